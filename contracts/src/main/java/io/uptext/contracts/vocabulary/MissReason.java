/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a well-formed code counts as a guess. A closed list: it is public API. */
public enum MissReason {
    /** No challenge had that code when the text came. */
    @JsonProperty("unknown_code")
    UNKNOWN_CODE,
    /** A challenge had it, and asked another phone or had been confirmed by another one. */
    @JsonProperty("wrong_phone")
    WRONG_PHONE
}
