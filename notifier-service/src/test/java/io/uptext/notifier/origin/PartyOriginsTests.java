/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.platform.file.InvalidFileException;
import io.uptext.registry.RegistryReading;
import io.uptext.registry.RelyingParties;
import io.uptext.registry.WebOrigin;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartyOriginsTests {

    private static final RelyingPartyId ACME = new RelyingPartyId("acme");
    private static final RelyingPartyId OTHER = new RelyingPartyId("other");
    private static final RelyingPartyId GONE = new RelyingPartyId("gone");
    private static final String ACMES = "https://login.acme.example";
    private static final String OTHERS = "https://other.example:8443";
    private static final String OURS = "https://sms.example.com";

    private final AtomicReference<RelyingParties> registry = new AtomicReference<>(parties(ACMES, OTHERS));
    private final PartyOrigins origins = new PartyOrigins(registry::get, List.of(new WebOrigin(OURS)));

    @Test
    void a_partys_page_may_ask_and_watch_what_is_its_partys() {
        assertThat(origins.mayAsk(ACMES)).isTrue();
        assertThat(origins.mayWatch(ACMES, ACME)).isTrue();
    }

    /** I11: also where it has got the token of another party's browser. */
    @Test
    void a_partys_page_does_not_watch_what_is_anothers() {
        assertThat(origins.mayWatch(ACMES, OTHER)).isFalse();
        assertThat(origins.mayWatch(OTHERS, ACME)).isFalse();
        assertThat(origins.mayWatch(OTHERS, GONE)).isFalse();
    }

    @Test
    void our_own_pages_watch_what_is_anybodys() {
        assertThat(origins.mayAsk(OURS)).isTrue();
        assertThat(origins.mayWatch(OURS, ACME)).isTrue();
        assertThat(origins.mayWatch(OURS, OTHER)).isTrue();
        assertThat(origins.mayWatch(OURS, GONE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "*",
                "https://evil-login.acme.example",
                "https://login.acme.example.evil.example",
                "https://evil.example/https://login.acme.example",
                "https://login.acme.example/",
                "https://login.acme.example:443",
                "https://login.acme.example ",
                " https://login.acme.example",
                "https://login.acme.example, https://other.example:8443",
                "https://login.acme.example https://other.example:8443",
                "http://login.acme.example",
                "HTTPS://login.acme.example",
                "https://LOGIN.acme.example",
                "https://login.acme.example.",
                "https://acme.example",
                "https://user@login.acme.example",
                "https://other.example",
                "https://other.example:8444"
            })
    void what_looks_like_an_origin_that_is_listed_is_not(String hostile) {
        assertThat(origins.mayAsk(hostile)).isFalse();
        assertThat(origins.mayWatch(hostile, ACME)).isFalse();
    }

    @Test
    void a_change_of_the_registry_counts_at_once() {
        registry.set(parties("https://new.acme.example", OTHERS));
        assertThat(origins.mayAsk(ACMES)).isFalse();
        assertThat(origins.mayWatch(ACMES, ACME)).isFalse();
        assertThat(origins.mayWatch("https://new.acme.example", ACME)).isTrue();
    }

    private static RelyingParties parties(String acme, String other) {
        String yaml = """
                relying-parties:
                  acme:
                    keyword: ACME
                    destination: "50500"
                    origins: ["%s"]
                    keys: [{id: acme, hash: "%s"}]
                  other:
                    keyword: OTHER
                    destination: "50500"
                    origins: ["%s"]
                    keys: [{id: other, hash: "%s"}]
                """.formatted(acme, "0".repeat(64), other, "1".repeat(64));
        try {
            return RegistryReading.read(yaml.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidFileException e) {
            throw new AssertionError(e);
        }
    }
}
