/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A PDU whose reaction somebody waits for. */
final class Provocation {

    private record Sent(SmscSession session, int sequence) {}

    private final CompletableFuture<Reaction> reaction = new CompletableFuture<>();
    private final WrongPdu wrong;
    private final byte[] deliverSm;
    private volatile @Nullable Sent sent;

    Provocation(WrongPdu wrong, byte[] deliverSm) {
        this.wrong = wrong;
        this.deliverSm = deliverSm;
    }

    CompletableFuture<Reaction> reaction() {
        return reaction;
    }

    /** The octets, which are to be sent over this session now. */
    byte[] begin(SmscSession session) {
        int sequence = wrong == WrongPdu.SEQUENCE_0 ? 0 : session.nextSequence();
        sent = new Sent(session, sequence);
        return wrong.octets(deliverSm, sequence);
    }

    void received(SmscSession from, ReceivedPdu pdu) {
        Sent now = sent;
        if (now != null && from == now.session && isAnswer(pdu, now.sequence)) {
            reaction.complete(Reaction.of(pdu));
        }
    }

    private static boolean isAnswer(ReceivedPdu pdu, int sequence) {
        return pdu.command() == Command.GENERIC_NACK
                || (pdu.command() == Command.answerTo(Command.DELIVER_SM) && pdu.sequence() == sequence);
    }

    void ended(SmscSession which) {
        Sent now = sent;
        if (now != null && which == now.session) {
            reaction.complete(Reaction.CLOSED);
        }
    }
}
