/* SPDX-License-Identifier: Apache-2.0 */
/** Sends simulated requests, one or many, and counts what comes of them. */
@NullMarked
package io.uptext.simulator.traffic;

import org.jspecify.annotations.NullMarked;
