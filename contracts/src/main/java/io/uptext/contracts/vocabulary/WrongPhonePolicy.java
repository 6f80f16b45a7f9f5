/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a relying party wants when a phone that was not asked texts the right code. Public API. */
public enum WrongPhonePolicy {
    /** The attempt is reported, and the challenge goes on: the right phone may still confirm. */
    @JsonProperty("report")
    REPORT,
    /** The challenge is denied: whoever knows a code that was not shown to them can end it. */
    @JsonProperty("deny")
    DENY
}
