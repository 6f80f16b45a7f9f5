/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import io.uptext.contracts.vocabulary.CodeForm;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;
import java.util.List;

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
 * @param code what its codes look like
 * @param subject whether it is told the number
 * @param origins where its pages come from
 * @param webhooks where it wants to be told of outcomes
 * @param topic whether its outcomes are on a topic of its own, which is also read by {@code GET /v1/events}
 * @param limits how many of them it may create
 */
public record RelyingParty(
        RelyingPartyId id,
        String name,
        String keyword,
        Destination destination,
        Mode mode,
        RouteTrust minimumRouteTrust,
        WrongPhonePolicy onWrongPhone,
        ValidityPolicy validity,
        CodeForm code,
        SubjectPolicy subject,
        List<WebOrigin> origins,
        List<Webhook> webhooks,
        boolean topic,
        Limits limits) {

    public RelyingParty {
        if (code.isForBoundModeOnly() && mode != Mode.BOUND) {
            throw new IllegalArgumentException("such codes are for bound mode only");
        }
        origins = List.copyOf(origins);
        webhooks = List.copyOf(webhooks);
    }

    /** Whether its pages come from here; letter by letter what a browser has written. */
    public boolean hasOrigin(String written) {
        return origins.stream().anyMatch(origin -> origin.value().equals(written));
    }

    /** Whether a URL is of one of its origins. */
    public boolean hasPageAt(String url) {
        return origins.stream().anyMatch(origin -> origin.holds(url));
    }

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
