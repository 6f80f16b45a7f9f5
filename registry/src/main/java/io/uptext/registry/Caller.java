/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import java.util.Set;

/**
 * Who asks.
 *
 * @param party for whom
 * @param scopes what may be asked
 */
public record Caller(RelyingParty party, Set<Scope> scopes) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the key that was used may do this. */
    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
