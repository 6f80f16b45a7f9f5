/* SPDX-License-Identifier: Apache-2.0 */
/** Faults between a service and what it stands on. */
@NullMarked
package io.uptext.testkit.fault;

import org.jspecify.annotations.NullMarked;
