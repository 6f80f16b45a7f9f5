/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

/**
 * A request to receive messages (SMPP 3.4, 4.1).
 *
 * @param mode as a receiver or a transceiver
 * @param systemId who asks, at most 15 characters
 * @param password at most 8 characters
 * @param systemType what kind of system asks, at most 12 characters; most SMSCs want none
 * @param version of the protocol
 * @param addressTon type of number of what is served
 * @param addressNpi numbering plan of what is served
 * @param addressRange what is served, as a UNIX regular expression; at most 40 characters, and most SMSCs want none
 */
public record BindRequest(
        BindMode mode,
        String systemId,
        String password,
        String systemType,
        InterfaceVersion version,
        int addressTon,
        int addressNpi,
        String addressRange) {

    /** Without the password. */
    @Override
    public String toString() {
        return "BindRequest[" + mode + "]";
    }
}
