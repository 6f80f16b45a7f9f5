/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.LineType;
import io.uptext.contracts.vocabulary.NetworkCode;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says about the network that a text came from: a signal of risk, no proof. At least one field is there.
 *
 * @param code MCC and MNC
 * @param carrier the operator's name, at most {@value #LONGEST_CARRIER} characters
 * @param lineType what kind of line
 */
public record SenderNetwork(
        @Nullable NetworkCode code,
        @Nullable String carrier,
        @Nullable LineType lineType) {

    /** Longer names are cut. */
    public static final int LONGEST_CARRIER = 64;

    public SenderNetwork {
        if (carrier != null && carrier.length() > LONGEST_CARRIER) {
            // Half a surrogate pair cannot be written as JSON.
            boolean splits = Character.isHighSurrogate(carrier.charAt(LONGEST_CARRIER - 1));
            carrier = carrier.substring(0, splits ? LONGEST_CARRIER - 1 : LONGEST_CARRIER);
        }
    }

    /** What is known, or null where nothing is. */
    public static @Nullable SenderNetwork ofNullable(
            @Nullable NetworkCode code, @Nullable String carrier, @Nullable LineType lineType) {
        return code == null && carrier == null && lineType == null ? null : new SenderNetwork(code, carrier, lineType);
    }
}
