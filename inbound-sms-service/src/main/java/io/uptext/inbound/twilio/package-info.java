/* SPDX-License-Identifier: Apache-2.0 */
/** The door for Twilio's messaging webhook. */
@NullMarked
package io.uptext.inbound.twilio;

import org.jspecify.annotations.NullMarked;
