/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.issue;

import io.uptext.challenge.limit.EndUser;
import io.uptext.contracts.event.ChallengeContext;
import io.uptext.contracts.event.ReturnTo;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.PkceChallenge;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a relying party asks for, already checked.
 *
 * @param msisdn who must answer; absent in open mode
 * @param validity how long a message counts
 * @param codeChallenge whose verifier the redemption must show; absent where none is asked for
 * @param nonce what the proof is to repeat
 * @param context what to tell the person
 * @param metadata the relying party's own words
 * @param returnTo where the hosted page is to lead back to; absent where the relying party shows a page of its own
 * @param endUser for whom, to be counted and kept nowhere
 */
public record Wish(
        @Nullable Msisdn msisdn,
        Duration validity,
        @Nullable PkceChallenge codeChallenge,
        @Nullable String nonce,
        @Nullable ChallengeContext context,
        @Nullable Map<String, String> metadata,
        @Nullable ReturnTo returnTo,
        @Nullable EndUser endUser) {}
