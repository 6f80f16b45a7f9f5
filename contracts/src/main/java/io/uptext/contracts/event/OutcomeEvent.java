/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.RelyingPartyId;

/** What the verifier has to say about a challenge. */
public sealed interface OutcomeEvent extends Event permits Outcome, AuthAttemptRejected {

    ChallengeId challengeId();

    RelyingPartyId relyingParty();
}
