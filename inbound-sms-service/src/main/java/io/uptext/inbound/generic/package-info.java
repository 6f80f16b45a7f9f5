/* SPDX-License-Identifier: Apache-2.0 */
/** The door for whoever can sign JSON as Standard Webhooks says. */
@NullMarked
package io.uptext.inbound.generic;

import org.jspecify.annotations.NullMarked;
