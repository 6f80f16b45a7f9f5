/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.smsc.BindRequest;
import io.uptext.simulator.smsc.CommandStatus;
import io.uptext.simulator.smsc.SmscListener;
import io.uptext.simulator.smsc.SmscSession;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicInteger;

/** Says who comes and goes at an SMSC, as long as that is worth a line. */
final class SmscVisitors implements SmscListener {

    private static final int MOST_LINES = 10;

    private final PrintWriter out;
    private final AtomicInteger lines = new AtomicInteger();

    SmscVisitors(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void bound(SmscSession session) {
        say("Bound as " + (session.request().isTransceiver() ? "transceiver" : "receiver") + ", SMPP "
                + version(session.interfaceVersion()) + ".");
    }

    @Override
    public void refused(BindRequest request, int status) {
        say("A bind was refused with " + CommandStatus.name(status) + ".");
    }

    private static String version(int interfaceVersion) {
        return (interfaceVersion >> 4) + "." + (interfaceVersion & 0xf);
    }

    /** Where links are cut again and again, the summary counts them. */
    private void say(String line) {
        if (lines.incrementAndGet() <= MOST_LINES) {
            out.println(line);
            out.flush();
        }
    }
}
