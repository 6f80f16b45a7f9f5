/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.issue;

import io.uptext.contracts.event.ChallengeContext;
import io.uptext.contracts.vocabulary.Msisdn;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a relying party asks for, already checked.
 *
 * @param msisdn who must answer; absent in open mode
 * @param validity how long a message counts
 * @param context what to tell the person
 * @param metadata the relying party's own words
 */
public record Wish(
        @Nullable Msisdn msisdn,
        Duration validity,
        @Nullable ChallengeContext context,
        @Nullable Map<String, String> metadata) {}
