/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.origin;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.notifier.watch.Origins;
import io.uptext.registry.RelyingParties;
import io.uptext.registry.WebOrigin;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The origins that the registry lists, and our own. They are compared letter by letter, without a pattern, so that nothing that
 * looks like one of them is one: {@code null}, a suffix, another scheme, an upper-case letter.
 *
 * <p>Whether a page may ask is a question that comes when nobody knows for whom: a preflight has no token. So any origin may that
 * some relying party lists. What it may read is what is its own relying party's: a token that got into another party's page is
 * worth nothing there (I11).
 */
final class PartyOrigins implements Origins {

    private final Supplier<RelyingParties> registry;
    private final Set<String> own;

    /**
     * Takes those of the registry, as they are at each moment.
     *
     * @param own where Uptext's own pages come from, the hosted page for example; they show challenges of all parties
     */
    PartyOrigins(Supplier<RelyingParties> registry, Collection<WebOrigin> own) {
        this.registry = registry;
        this.own = own.stream().map(WebOrigin::value).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean mayAsk(String origin) {
        return own.contains(origin) || registry.get().haveOrigin(origin);
    }

    @Override
    public boolean mayWatch(String origin, RelyingPartyId party) {
        return own.contains(origin)
                || registry.get()
                        .find(party)
                        .filter(its -> its.hasOrigin(origin))
                        .isPresent();
    }
}
