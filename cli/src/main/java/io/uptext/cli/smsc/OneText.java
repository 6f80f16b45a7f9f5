/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.smsc;

import io.uptext.cli.simulate.Words;
import io.uptext.simulator.smsc.CommandStatus;
import io.uptext.simulator.smsc.Delivered;
import io.uptext.simulator.smsc.DeliveredPart;
import io.uptext.simulator.smsc.MobileMessage;
import io.uptext.simulator.smsc.SimulatedSmsc;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** Delivers one text and shows the answer to each of its parts. */
record OneText(SimulatedSmsc smsc, Patience patience, PrintWriter out) {

    /** Whether it was accepted. */
    boolean deliver(MobileMessage message, Duration longest) throws InterruptedException {
        Optional<Delivered> delivered = patience.await(smsc.deliver(message), longest, this::hint);
        if (delivered.isEmpty()) {
            out.println("No answer" + soFar() + ".");
        }
        delivered.ifPresent(each -> each.parts().forEach(this::print));
        out.flush();
        return delivered.filter(Delivered::isAccepted).isPresent();
    }

    private void print(DeliveredPart part) {
        out.println(CommandStatus.name(part.status()) + ", after "
                + Words.millis(part.latency().toNanos())
                + (part.attempts() > 1 ? ", delivered " + part.attempts() + " times" : ""));
    }

    private void hint() {
        out.println("Not accepted yet" + soFar() + "; it is delivered again until it is answered otherwise.");
        out.flush();
    }

    private String soFar() {
        return smsc.statistics().answers().entrySet().stream()
                .map(each -> CommandStatus.name(each.getKey()) + " " + Words.count(each.getValue()) + " times")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), answers -> answers.isEmpty() ? "" : " (" + answers + ")"));
    }
}
