/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import org.jspecify.annotations.Nullable;

/**
 * What the person is told about the request, each 1 to 80 characters without control characters.
 *
 * @param action what it is for, "Sign in to Acme"
 * @param device where it came from, "Firefox on Windows"
 * @param place whence, "Uppsala"
 */
public record ChallengeContext(
        @Nullable String action,
        @Nullable String device,
        @Nullable String place) {}
