/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.system;

import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.ChallengeId;

/**
 * A challenge that Kafka has.
 *
 * @param partition where
 */
public record Asked(ChallengeCreated challenge, int partition) {

    public ChallengeId id() {
        return challenge.challengeId();
    }
}
