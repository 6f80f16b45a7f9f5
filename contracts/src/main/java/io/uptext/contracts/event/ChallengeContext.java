/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import org.jspecify.annotations.Nullable;

/**
 * What a person is told about a request, so that they notice one that is not theirs (RFC 10027: show context).
 *
 * @param action what is asked for, for example "Sign in" or "Pay 25.00 EUR to Bob"
 * @param device what asks, for example "Firefox on Windows"
 * @param place where it asks from, for example "Gothenburg, Sweden"
 */
public record ChallengeContext(
        @Nullable String action,
        @Nullable String device,
        @Nullable String place) {}
