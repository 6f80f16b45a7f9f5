/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key may be used for. */
public enum Scope {
    CREATE,
    READ,
    CANCEL,
    REDEEM,
    WEBHOOKS,
    EVENTS;

    /** Its name in the registry. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name in the {@code scope} of an access token, which other services' words stand beside. */
    public String tokenWord() {
        return "uptext:" + word();
    }

    static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
