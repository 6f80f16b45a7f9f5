/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.smsc.Reaction;
import io.uptext.simulator.smsc.SimulatedSmsc;
import io.uptext.simulator.smsc.WrongPdu;
import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Sends a wrong PDU, and then a right one. */
record WrongDelivery(SimulatedSmsc smsc, MobileText text, PrintWriter out) {

    int provoke(WrongPdu wrong, Patience patience) throws InterruptedException {
        out.println("A PDU " + wrong.description() + ": the right reaction is " + wrong.rightReaction() + ".");
        out.flush();
        @Nullable
        Reaction reaction = patience.await(() -> {
            CompletableFuture<Reaction> provoked = smsc.provoke(wrong, text.next());
            if (wrong == WrongPdu.DELIVER_BEFORE_BIND_RESP) {
                smsc.sessions().forEach(session -> session.cut());
            }
            return provoked;
        });
        if (reaction == null) {
            return CommandLine.ExitCode.SOFTWARE;
        }
        out.println("There came " + reaction.description() + ". Then the text:");
        int then = new OneText(smsc, text, out).deliver(patience);
        return wrong.isRight(reaction) ? then : CommandLine.ExitCode.SOFTWARE;
    }
}
