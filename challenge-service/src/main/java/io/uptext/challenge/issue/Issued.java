/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.issue;

import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.registry.RelyingParty;

/**
 * A new challenge.
 *
 * @param created the event to publish
 * @param text what the subscriber is to send
 * @param waitToken for the waiting browser; this is the only time that it is known
 */
public record Issued(ChallengeCreated created, String text, WaitToken waitToken) {

    /** The same as the log has it, whose code may be another. */
    public Issued as(ChallengeCreated logged, RelyingParty party) {
        return new Issued(logged, ChallengeIssuer.text(party, logged.code()), waitToken);
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "Issued[" + created.challengeId() + "]";
    }
}
