/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import org.jspecify.annotations.Nullable;

/**
 * What the provider says of the sender's network; a signal and no proof, for numbers are ported.
 *
 * @param code MCC and MNC
 * @param carrier its name
 * @param lineType {@code mobile}, {@code fixed} or {@code voip}
 */
public record SenderNetwork(
        @Nullable String code,
        @Nullable String carrier,
        @Nullable String lineType) {}
