/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.party;

import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;

/**
 * A site that may ask.
 *
 * @param id its name in the registry
 * @param name what people know it by
 * @param keyword what its subscribers text before the code, for example {@code ACME LOGIN}
 * @param destination what its subscribers text
 * @param mode whether it names the phone
 * @param minimumRouteTrust the weakest route that may confirm
 * @param onWrongPhone what becomes of a challenge when a phone that was not asked texts its code
 * @param validity how long its challenges may live
 */
public record RelyingParty(
        RelyingPartyId id,
        String name,
        String keyword,
        Destination destination,
        Mode mode,
        RouteTrust minimumRouteTrust,
        WrongPhonePolicy onWrongPhone,
        ValidityPolicy validity) {

    /** Whether a relying party says which phone must answer. */
    public enum Mode {
        /** It always does. */
        BOUND,
        /** It never does: whichever phone answers is what it wants to know. */
        OPEN,
        /** It may. */
        EITHER
    }
}
