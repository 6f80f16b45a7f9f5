/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one page has lived through that waited for a challenge.
 *
 * @param who what kind of page it was, in a word
 * @param expiresAt when the challenge ends, as whoever created it knows
 * @param since when the page was opened
 * @param connections in order
 */
public record Watched(
        ChallengeId challengeId,
        RelyingPartyId relyingParty,
        String who,
        Instant expiresAt,
        Instant since,
        List<Connection> connections) {

    public Watched {
        connections = List.copyOf(connections);
    }

    /** What it takes for the end of its challenge. */
    public Optional<Heard> end() {
        return connections.stream().flatMap(each -> each.end().stream()).findFirst();
    }

    /** For whoever reads a failure. */
    @Override
    public String toString() {
        return "the " + who + " of " + challengeId + " (" + relyingParty.value() + ")";
    }
}
