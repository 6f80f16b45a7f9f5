/* SPDX-License-Identifier: Apache-2.0 */
/** An operator's SMSC: what an ESME binds to as receiver or transceiver, over SMPP 3.4 or 5.0. */
@NullMarked
package io.uptext.simulator.smsc;

import org.jspecify.annotations.NullMarked;
