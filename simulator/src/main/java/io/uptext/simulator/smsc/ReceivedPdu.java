/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

/**
 * A PDU as it came.
 *
 * @param command command_id
 * @param status command_status
 * @param sequence sequence_number
 * @param body what follows the header
 */
@SuppressWarnings("ArrayRecordComponent") // Compared in no place; the body is for looking at.
public record ReceivedPdu(int command, int status, int sequence, byte[] body) {

    /** Without the body, where a password may be. */
    @Override
    public String toString() {
        return "ReceivedPdu[command=0x%08X, status=0x%08X, sequence=%d, body of %d]"
                .formatted(command, status, sequence, body.length);
    }
}
