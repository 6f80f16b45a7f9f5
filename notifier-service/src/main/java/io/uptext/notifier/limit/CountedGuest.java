/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.limit;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.notifier.watch.Admission;
import io.uptext.platform.http.ClientNetwork;
import org.jspecify.annotations.Nullable;

/** One connection, from when it is let in until it has gone. However it goes, it gives its places back once. */
final class CountedGuest implements Admission.Guest {

    private final WatchLimits limits;
    private final ClientNetwork client;
    private @Nullable RelyingPartyId party;
    private boolean hasLeft;

    CountedGuest(WatchLimits limits, ClientNetwork client) {
        this.limits = limits;
        this.client = client;
    }

    @Override
    public synchronized CountedGuest welcome(RelyingPartyId whose) {
        if (!hasLeft && party == null) {
            limits.takeForParty(whose);
            party = whose;
        }
        return this;
    }

    @Override
    public synchronized void leave() {
        if (!hasLeft) {
            hasLeft = true;
            limits.leave(client, party);
        }
    }
}
