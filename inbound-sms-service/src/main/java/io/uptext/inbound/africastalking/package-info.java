/* SPDX-License-Identifier: Apache-2.0 */
/** The door for Africa's Talking. */
@NullMarked
package io.uptext.inbound.africastalking;

import org.jspecify.annotations.NullMarked;
