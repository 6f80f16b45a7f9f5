/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import java.util.Locale;

/** How a bind is made. Operators write it in lower case. */
public enum BindMode {
    /** To receive only. */
    RECEIVER(Command.BIND_RECEIVER),
    /** To receive and to send; nothing is sent yet. Some SMSCs offer nothing else. */
    TRANSCEIVER(Command.BIND_TRANSCEIVER);

    private final Command command;

    BindMode(Command command) {
        this.command = command;
    }

    Command command() {
        return command;
    }

    /** As it is configured. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
