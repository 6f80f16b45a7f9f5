/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.load;

import io.uptext.contracts.vocabulary.ApiKey;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;

/** The relying parties whose sign-ins are played. */
public enum Party {
    ACME,
    GLOBEX,
    INITECH;

    private static final int SECRET_BYTES = 32;

    /** Its name in events and in the registry. */
    public RelyingPartyId id() {
        return new RelyingPartyId(name().toLowerCase(Locale.ROOT));
    }

    /** The one of this name. */
    public static Party of(RelyingPartyId id) {
        return valueOf(id.value().toUpperCase(Locale.ROOT));
    }

    /** Where its pages are. */
    public String origin() {
        return "https://login." + id().value() + ".example";
    }

    /** Not a secret: it lives for a run, and nobody creates challenges with it. */
    public ApiKey key() {
        return ApiKey.random(new Random(name().hashCode()));
    }

    /** What its webhooks are signed with, which lives for a run, too. */
    public String webhookSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new Random(name().hashCode()).nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    /** Another one. */
    public Party other() {
        return switch (this) {
            case ACME -> GLOBEX;
            case GLOBEX -> INITECH;
            case INITECH -> ACME;
        };
    }
}
