/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.party;

import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;

/**
 * A site that may ask.
 *
 * @param id its name in the configuration
 * @param keyword what its subscribers text before the code, for example {@code ACME LOGIN}
 * @param destination what its subscribers text
 * @param minimumRouteTrust the weakest route that may confirm
 * @param onWrongPhone what becomes of a challenge when a phone that was not asked texts its code
 */
public record RelyingParty(
        RelyingPartyId id,
        String keyword,
        Destination destination,
        RouteTrust minimumRouteTrust,
        WrongPhonePolicy onWrongPhone) {}
