/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.smsc.CommandStatus;
import io.uptext.simulator.smsc.Delivered;
import io.uptext.simulator.smsc.DeliveredPart;
import io.uptext.simulator.smsc.SimulatedSmsc;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Delivers one text and shows the answer to each of its parts. */
record OneText(SimulatedSmsc smsc, MobileText text, PrintWriter out) {

    int deliver(Patience patience) throws InterruptedException {
        @Nullable Delivered delivered = patience.await(() -> smsc.deliver(text.message()));
        if (delivered == null) {
            out.println("Nothing was answered.");
            return CommandLine.ExitCode.SOFTWARE;
        }
        delivered.parts().forEach(part -> out.println(line(part)));
        out.flush();
        return delivered.isAccepted() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static String line(DeliveredPart part) {
        return CommandStatus.name(part.status()) + ", after "
                + Words.millis(part.latency().toNanos())
                + (part.attempts() > 1 ? ", delivered " + part.attempts() + " times" : "");
    }
}
