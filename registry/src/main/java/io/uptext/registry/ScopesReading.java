/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a key or a client may be used for. */
final class ScopesReading {

    private ScopesReading() {}

    static Set<Scope> read(Section section) {
        if (!section.has("scopes")) {
            return EnumSet.allOf(Scope.class);
        }
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : section.texts("scopes")) {
            Scope.of(word)
                    .ifPresentOrElse(
                            scopes::add,
                            () -> section.wrong(
                                    "scopes", "has one that there is not: " + word + "; there are " + all()));
        }
        return scopes;
    }

    private static String all() {
        return Arrays.stream(Scope.values()).map(Scope::word).collect(Collectors.joining(", "));
    }
}
