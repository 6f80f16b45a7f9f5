/* SPDX-License-Identifier: Apache-2.0 */
/** The door for MessageBird's callbacks of received texts. */
@NullMarked
package io.uptext.inbound.messagebird;

import org.jspecify.annotations.NullMarked;
