/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.smsc;

import io.uptext.simulator.smsc.BindRequest;
import io.uptext.simulator.smsc.Command;
import io.uptext.simulator.smsc.CommandStatus;
import io.uptext.simulator.smsc.SmscListener;
import io.uptext.simulator.smsc.SmscSession;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Says who binds, and who may not, but not endlessly. */
final class Doorkeeper implements SmscListener {

    private static final int MOST = 20;

    private final AtomicInteger said = new AtomicInteger();
    private final PrintWriter out;

    Doorkeeper(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void bound(SmscSession session) {
        say("Bound: " + description(session.request()) + ".");
    }

    @Override
    public void refused(BindRequest request, int status) {
        say("Refused: " + description(request) + ", with " + CommandStatus.name(status) + reason(request, status)
                + ".");
    }

    private void say(String sentence) {
        int number = said.incrementAndGet();
        if (number <= MOST) {
            out.println(sentence);
        }
        if (number == MOST) {
            out.println("Further binds are not shown.");
        }
        out.flush();
    }

    private static String description(BindRequest request) {
        String kind = switch (request.command()) {
            case Command.BIND_RECEIVER -> "receiver";
            case Command.BIND_TRANSCEIVER -> "transceiver";
            default -> "transmitter";
        };
        return "%s as %s, SMPP %s".formatted(printable(request.systemId()), kind, version(request.interfaceVersion()));
    }

    private static String version(int version) {
        return String.format(Locale.ROOT, "%d.%d", version >> 4, version & 0xF);
    }

    /** What strangers write can do nothing to a terminal. */
    private static String printable(String text) {
        return text.isEmpty() ? "somebody without a system id" : text.replaceAll("[^ -~]", "?");
    }

    private static String reason(BindRequest request, int status) {
        return switch (status) {
            case CommandStatus.RINVSYSID -> ": --system-id is another one";
            case CommandStatus.RINVPASWD -> ": --secret is another password";
            case CommandStatus.RALYBND -> ": it is bound already";
            default ->
                request.command() == Command.BIND_TRANSMITTER
                        ? ": a transmitter receives nothing"
                        : ": its bind cannot be understood";
        };
    }
}
