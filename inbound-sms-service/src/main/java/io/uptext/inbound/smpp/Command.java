/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The commands that can come or go on a bind to receive (SMPP 3.4, 5.1.2.1). */
public enum Command {
    GENERIC_NACK(0x80000000),
    BIND_RECEIVER(0x00000001),
    BIND_RECEIVER_RESP(0x80000001),
    DELIVER_SM(0x00000005),
    DELIVER_SM_RESP(0x80000005),
    UNBIND(0x00000006),
    UNBIND_RESP(0x80000006),
    BIND_TRANSCEIVER(0x00000009),
    BIND_TRANSCEIVER_RESP(0x80000009),
    ENQUIRE_LINK(0x00000015),
    ENQUIRE_LINK_RESP(0x80000015),
    ALERT_NOTIFICATION(0x00000102),
    DATA_SM(0x00000103),
    DATA_SM_RESP(0x80000103);

    private static final Map<Integer, Command> BY_ID =
            Arrays.stream(values()).collect(Collectors.toMap(Command::id, Function.identity()));

    private final int id;

    Command(int id) {
        this.id = id;
    }

    /** The command of a {@code command_id}, if it is one of these. */
    static Optional<Command> of(int id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** Its {@code command_id}. */
    int id() {
        return id;
    }
}
