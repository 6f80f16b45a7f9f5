/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.smsc;

import io.uptext.simulator.smsc.MobileMessage;
import io.uptext.simulator.smsc.Reaction;
import io.uptext.simulator.smsc.SimulatedSmsc;
import io.uptext.simulator.smsc.WrongPdu;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Sends something wrong, shows what comes of it, and sees whether the next text is delivered. */
record SomethingWrong(SimulatedSmsc smsc, WrongPdu wrong, Patience patience, PrintWriter out) {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    void announce() {
        out.println("A PDU " + wrong.description() + ": the right reaction is " + wrong.rightReaction()
                + ", and the next text is delivered.");
        out.flush();
    }

    /** Whether the reaction was right, and the next text was accepted. */
    boolean deliver(MobileMessage message, CompletableFuture<Reaction> coming) throws InterruptedException {
        Optional<Reaction> reaction = patience.await(coming, LONGEST, () -> {});
        boolean isRight = reaction.filter(wrong::isRight).isPresent();
        out.println(
                reaction.map(each -> "The reaction was " + each.description()).orElse("There was no reaction")
                        + (isRight ? "." : ", which is not right."));
        out.flush();
        boolean isAccepted = new OneText(smsc, patience, out).deliver(message, LONGEST);
        return isRight && isAccepted;
    }
}
