/* SPDX-License-Identifier: Apache-2.0 */
/**
 * SMSCs that others wrote, in Java, JavaScript and Perl, the messages that they deliver, and Wireshark's opinion of what is
 * said. Whoever receives SMPP is proven against them: two ends by the same hand share their mistakes.
 */
@NullMarked
package io.uptext.inbound.smpp.peer;

import org.jspecify.annotations.NullMarked;
