/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a message with the right code did not confirm its challenge. A closed list: it is public API. */
public enum AttemptFlaw {
    /** The challenge is bound to a number, and another one sent the code. */
    @JsonProperty("wrong_phone")
    WRONG_PHONE,
    /** The message is older than the challenge, or came after it had expired. */
    @JsonProperty("outside_validity")
    OUTSIDE_VALIDITY,
    /** The message came by a way on which senders are too easy to forge for this relying party. */
    @JsonProperty("route_not_trusted")
    ROUTE_NOT_TRUSTED,
    /** Another phone has confirmed the challenge with this code before: somebody has passed it on. */
    @JsonProperty("second_phone")
    SECOND_PHONE,
    /** This phone has sent too many wrong codes, and is not listened to for a while. */
    @JsonProperty("sender_locked")
    SENDER_LOCKED,
    /** Somebody is guessing codes at this destination, and the challenge would take a code from any phone. */
    @JsonProperty("destination_guarded")
    DESTINATION_GUARDED;

    /** Whether it looks like fraud rather than like a mistake: a code that is known to a phone it was not shown to. */
    public boolean isSuspicious() {
        return this == WRONG_PHONE || this == SECOND_PHONE;
    }
}
