/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of line a number belongs to, as a provider believes. */
public enum LineType {
    /** A SIM. */
    @JsonProperty("mobile")
    MOBILE,
    /** A wire. */
    @JsonProperty("fixed")
    FIXED,
    /** The internet, where a number costs next to nothing. */
    @JsonProperty("voip")
    VOIP
}
