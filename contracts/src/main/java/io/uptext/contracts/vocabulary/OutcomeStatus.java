/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a challenge ended, as its relying party is told. A closed list: it is public API. */
public enum OutcomeStatus {
    /** A message confirmed it. */
    @JsonProperty("confirmed")
    CONFIRMED,
    /** It ended against the subscriber. */
    @JsonProperty("denied")
    DENIED,
    /** No message confirmed it in time. */
    @JsonProperty("expired")
    EXPIRED,
    /** The relying party gave it up. */
    @JsonProperty("cancelled")
    CANCELLED;

    /** Its name in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The {@code type} of what relying parties are told of such an outcome. */
    public String type() {
        return "io.uptext.outcome." + word() + ".v1";
    }
}
