/* SPDX-License-Identifier: Apache-2.0 */
/** The SMPP protocol as a receiver speaks it (SMPP 3.4 Issue 1.2, SMPP 5.0): PDUs, and the messages in them. */
@NullMarked
package io.uptext.inbound.smpp;

import org.jspecify.annotations.NullMarked;
