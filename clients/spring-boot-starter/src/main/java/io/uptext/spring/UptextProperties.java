/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a site says about Uptext.
 *
 * @param url where challenge-service is, for the site's server
 * @param apiKey the site's API key, {@code upk_…}; it needs the scopes create, read, cancel and redeem
 * @param issuer in whose name proofs are signed, as Uptext's operator has set it; the url, if it is not said
 * @param relyingParty the site's name in the registry
 * @param attemptTimeout how long one try of a call may take
 * @param totalTimeout how long a call may take with all its tries
 * @param login the login page
 */
@ConfigurationProperties("uptext")
public record UptextProperties(
        @Nullable URI url,
        @Nullable String apiKey,
        @Nullable String issuer,
        @Nullable String relyingParty,
        @DefaultValue("5s") Duration attemptTimeout,
        @DefaultValue("15s") Duration totalTimeout,
        @DefaultValue Login login) {

    /**
     * The login page.
     *
     * @param siteName what people call the site; the application's name, if it is not said
     * @param number whether people are asked for their number
     * @param validity how long a text may take, 30 s to 10 min; as the registry says, if it is not said
     * @param atOnce how many requests of a servlet site may wait for Uptext at once, 1 or more; WebFlux needs no such limit
     */
    public record Login(
            @Nullable String siteName,
            @DefaultValue("optional") NumberField number,
            @Nullable Duration validity,
            @DefaultValue("50") int atOnce) {}

    /** Whether people are asked for their number before they text. */
    public enum NumberField {
        /** They give it, and only that phone can sign in. */
        REQUIRED,
        /** They may give it; without it they are asked afterwards whether the number is theirs. */
        OPTIONAL,
        /** They are not asked before, but always afterwards. */
        NONE
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "UptextProperties[" + url + ", " + relyingParty + "]";
    }
}
