/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.challenge.page.SmsLinkForm;
import io.uptext.registry.WebOrigin;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ChallengePropertiesTests {

    private static final String PEPPER = "c2VjcmV0LXBlcHBlci1mb3ItdGVzdHMtMzItYnl0ZXMhIQ==";

    private final Map<String, String> keys = new HashMap<>(Map.of(
            "uptext.challenge.pepper", PEPPER,
            "uptext.challenge.watch-url", "https://sms.example.com/v1/watch",
            "uptext.challenge.issuer", "https://sms.example.com",
            "uptext.challenge.proof-keys", "/etc/uptext/proof-keys.json",
            "uptext.challenge.registry", "/etc/uptext/relying-parties.yaml"));

    @Test
    void what_is_configured_is_read() {
        ChallengeProperties properties = read();
        assertThat(properties.pepper()).isEqualTo(PEPPER);
        assertThat(properties.watchUrl()).isEqualTo(URI.create("https://sms.example.com/v1/watch"));
        assertThat(properties.issuer()).isEqualTo(URI.create("https://sms.example.com"));
        assertThat(properties.proofKeys()).isEqualTo(Path.of("/etc/uptext/proof-keys.json"));
        assertThat(properties.registry()).isEqualTo(Path.of("/etc/uptext/relying-parties.yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pepper", "watch-url", "issuer", "proof-keys", "registry"})
    void a_missing_key_is_named(String key) {
        keys.remove("uptext.challenge." + key);
        assertThatThrownBy(this::read).rootCause().hasMessageStartingWith("uptext.challenge." + key + " is missing: ");
    }

    @Test
    void without_a_page_url_there_is_no_hosted_page() {
        ChallengeProperties properties = read();
        assertThat(properties.addresses().page()).isNull();
        assertThat(properties.pageSmsLink()).isEqualTo(SmsLinkForm.AUTO);
    }

    @Test
    void a_page_url_is_an_origin() {
        keys.put("uptext.challenge.page-url", "https://sms.example.com");
        keys.put("uptext.challenge.page-sms-link", "both");
        ChallengeProperties properties = read();
        assertThat(properties.addresses().page()).isEqualTo(new WebOrigin("https://sms.example.com"));
        assertThat(properties.addresses().watchOrigin()).isEqualTo("https://sms.example.com");
        assertThat(properties.pageSmsLink()).isEqualTo(SmsLinkForm.BOTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://sms.example.com/", "https://sms.example.com/uptext", "http://sms.example.com", "sms"})
    void another_page_url_is_refused_in_a_sentence(String url) {
        keys.put("uptext.challenge.page-url", url);
        assertThatThrownBy(this::read).hasStackTraceContaining("uptext.challenge.page-url must ");
    }

    private ChallengeProperties read() {
        return new Binder(new MapConfigurationPropertySource(keys))
                .bindOrCreate("uptext.challenge", ChallengeProperties.class);
    }
}
