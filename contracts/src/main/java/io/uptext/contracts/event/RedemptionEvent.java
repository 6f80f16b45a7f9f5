/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.RedemptionId;

/** What a relying party does with a confirmed challenge. The first of a challenge by offset is what was done. */
public sealed interface RedemptionEvent extends Event permits ChallengeRedeemed, ChallengeDisavowed {

    ChallengeId challengeId();

    /** The wish behind it, the same where the same wish comes again. */
    RedemptionId redemptionId();
}
