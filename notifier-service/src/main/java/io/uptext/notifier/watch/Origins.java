/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.util.Collection;
import java.util.Set;

/** The origins whose pages may read what they are answered. */
public interface Origins {

    /** Whether pages of this origin may ask at all. */
    boolean mayAsk(String origin);

    /** Whether they may watch challenges of this relying party. */
    boolean mayWatch(String origin, RelyingPartyId party);

    /** These, whoever's challenge it is. */
    static Origins of(Collection<String> listed) {
        Set<String> exact = Set.copyOf(listed);
        return new Origins() {
            @Override
            public boolean mayAsk(String origin) {
                return exact.contains(origin);
            }

            @Override
            public boolean mayWatch(String origin, RelyingPartyId party) {
                return exact.contains(origin);
            }
        };
    }
}
