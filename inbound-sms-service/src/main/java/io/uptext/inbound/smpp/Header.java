/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

/**
 * What every PDU begins with (SMPP 3.4, 3.2), apart from its length.
 *
 * @param commandId which command; unknown ones are possible
 * @param status how a request ended, in responses
 * @param sequence what ties a response to its request; 0 to 0xffffffff, although the specification begins at 1
 */
public record Header(int commandId, CommandStatus status, int sequence) {

    /** Its octets, the length among them. */
    public static final int LENGTH = 16;
}
