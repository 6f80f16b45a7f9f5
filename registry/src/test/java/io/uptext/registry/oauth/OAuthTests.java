/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthTests {

    @Test
    void the_client_is_named_as_rfc_9068_says_unless_told_otherwise() {
        assertThat(oauth("https://id.example.com/jwks", null).clientClaim()).isEqualTo("client_id");
        assertThat(oauth("https://id.example.com/jwks", "azp").clientClaim()).isEqualTo("azp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://id.example.com/jwks", "ftp://id.example.com/jwks", "file:///etc/jwks", "jwks"})
    void keys_that_could_be_changed_on_the_way_are_not_taken(String address) {
        assertThatThrownBy(() -> oauth(address, null)).hasMessageContaining("jwks-uri must be https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9000/jwks", "http://localhost:9000/jwks", "http://[::1]:9000/jwks"})
    void this_very_machine_is_near_enough(String address) {
        assertThat(oauth(address, null).jwksUri()).isEqualTo(URI.create(address));
    }

    @Test
    void what_is_missing_or_wrong_is_named() {
        URI jwks = URI.create("https://id.example.com/jwks");
        assertThatThrownBy(() -> new OAuth(null, jwks, "a", null)).hasMessageContaining("oauth.issuer is missing");
        assertThatThrownBy(() -> new OAuth("i", null, "a", null)).hasMessageContaining("oauth.jwks-uri is missing");
        assertThatThrownBy(() -> new OAuth("i", jwks, null, null)).hasMessageContaining("oauth.audience is missing");
        assertThatThrownBy(() -> new OAuth("i", jwks, "a", "email")).hasMessageContaining("client-claim must be");
    }

    private static OAuth oauth(String jwks, @Nullable String clientClaim) {
        return new OAuth("https://id.example.com", URI.create(jwks), "https://sms.example.com", clientClaim);
    }
}
