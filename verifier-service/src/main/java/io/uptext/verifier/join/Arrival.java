/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.event.ChallengeCancelled;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.Outcome;
import java.time.Instant;

/** What can come to a slot. */
public sealed interface Arrival {

    /** A relying party asked. */
    record Created(ChallengeCreated challenge) implements Arrival {}

    /** A relying party gave up. */
    record Cancelled(ChallengeCancelled cancellation) implements Arrival {}

    /** A message with the slot's code came. */
    record Message(Evidence evidence) implements Arrival {}

    /**
     * No message received until {@code watermark}, and no challenge created until then, can still be on its way.
     *
     * @param watermark by the ingress clock, like the times it is compared with
     */
    record DeadlinePassed(Instant watermark) implements Arrival {}

    /** The log has this outcome of a challenge already: what a slot that was lost is told when it is filled again. */
    record Recorded(Outcome outcome) implements Arrival {}
}
