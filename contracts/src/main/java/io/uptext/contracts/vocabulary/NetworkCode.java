/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mobile network: MCC and MNC written as one (ITU-T E.212).
 *
 * @param value three digits of country and two or three of network
 */
public record NetworkCode(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[2-79][0-9]{4,5}");

    @JsonCreator
    public NetworkCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a network: want MCC and MNC, five or six digits");
        }
    }

    /** The network of a code as a provider writes it; empty where it is none, which providers send for want of one. */
    public static Optional<NetworkCode> of(String written) {
        return FORM.matcher(written).matches() ? Optional.of(new NetworkCode(written)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
