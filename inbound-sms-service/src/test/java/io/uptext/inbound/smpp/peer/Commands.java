/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import java.util.Map;

/** Names of command ids (SMPP 3.4, 5.1.2.1). */
final class Commands {

    static final int RESPONSE = 0x80000000;
    static final int BIND_TRANSCEIVER = 0x09;
    static final int DELIVER_SM = 0x05;
    static final int UNBIND = 0x06;
    static final int ENQUIRE_LINK = 0x15;

    private static final Map<Integer, String> REQUESTS = Map.of(
            0x01,
            "bind_receiver",
            0x02,
            "bind_transmitter",
            DELIVER_SM,
            "deliver_sm",
            UNBIND,
            "unbind",
            BIND_TRANSCEIVER,
            "bind_transceiver",
            0x0b,
            "outbind",
            ENQUIRE_LINK,
            "enquire_link",
            0x0102,
            "alert_notification",
            0x0103,
            "data_sm");

    private Commands() {}

    /** The name in the specification; of what has none here, the id in hexadecimal. */
    static String name(int id) {
        if (id == RESPONSE) {
            return "generic_nack";
        }
        String request = REQUESTS.get(id & ~RESPONSE);
        if (request == null) {
            return "0x%08x".formatted(id);
        }
        return id < 0 ? request + "_resp" : request;
    }
}
