/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import reactor.netty.http.server.HttpServerRequest;

/** Whom there is room for. Every request that would listen passes here before anything is looked up for it. */
@FunctionalInterface
public interface Admission {

    /** Nobody is turned away. */
    Admission EVERYBODY = _ -> Guest.UNCOUNTED;

    /** Lets a request in, or throws a {@link io.uptext.platform.http.ProblemException}. */
    Guest admit(HttpServerRequest request);

    /** One request that was let in. Each waiting browser keeps its own until it leaves, so it should be small. */
    interface Guest {

        /** Whoever comes where nobody counts. */
        Guest UNCOUNTED = new Guest() {
            @Override
            public Guest welcome(RelyingPartyId party) {
                return this;
            }

            @Override
            public void leave() {
                // Nobody has counted.
            }
        };

        /**
         * Its challenge is known, and this relying party's. Where there is no room it throws a {@link
         * io.uptext.platform.http.ProblemException}, and this guest leaves.
         *
         * @return the guest that leaves in this one's place
         */
        Guest welcome(RelyingPartyId party);

        /** Its connection or its answer has ended; called once, on any thread. */
        void leave();
    }
}
