/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a challenge was denied. A closed list: it is public API. */
public enum DenialReason {
    /** Another challenge had drawn the same code at the same destination before, so this one can never be told apart. */
    @JsonProperty("code_in_use")
    CODE_IN_USE,
    /** A phone that was not asked texted the code, and the relying party wants such a challenge to end. */
    @JsonProperty("wrong_phone")
    WRONG_PHONE,
    /** In open mode, two phones had texted the code before anybody was confirmed, and the relying party wants that to end it. */
    @JsonProperty("second_phone")
    SECOND_PHONE
}
