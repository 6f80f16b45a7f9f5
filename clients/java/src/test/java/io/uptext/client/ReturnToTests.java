/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTests {

    private static final URI BACK = URI.create("https://acme.example/return?a=b");

    @Test
    void the_way_back_is_asked_for_and_the_page_is_told() {
        String created = Peer.CREATED.replace(
                "\"later\"", "\"pageUrl\":\"https://sms.example.com/c/chl_0123456789abcdefghjkmnpqrs\",\"later\"");
        try (Peer peer = Peer.that(Peer.json(201, created))) {
            CreatedChallenge challenge =
                    peer.client().build().create(NewChallenge.open().with(new ReturnTo(BACK, "a b")));
            assertThat(peer.requests.getFirst().body())
                    .isEqualTo("{\"returnUrl\":\"https://acme.example/return?a=b\",\"state\":\"a b\"}");
            assertThat(challenge.pageUrl()).hasToString("https://sms.example.com/c/chl_0123456789abcdefghjkmnpqrs");
            assertThat(challenge.relyingPartyName()).isEqualTo("Acme");
        }
    }

    @Test
    void without_a_state_none_is_sent_and_without_a_way_back_there_is_no_page() {
        try (Peer peer = Peer.that(Peer.json(201, Peer.CREATED))) {
            UptextClient client = peer.client().build();
            client.create(NewChallenge.open().with(new ReturnTo(BACK, null)));
            assertThat(client.create(NewChallenge.open()).pageUrl()).isNull();
            assertThat(peer.requests.get(0).body()).isEqualTo("{\"returnUrl\":\"https://acme.example/return?a=b\"}");
            assertThat(peer.requests.get(1).body()).isEqualTo("{}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/return", "https://user@acme.example/", "https://acme.example/#here", ""})
    void another_url_is_refused(String url) {
        assertThatThrownBy(() -> new ReturnTo(URI.create(url), null)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00e5", "a\nb"})
    void another_state_is_refused(String state) {
        assertThatThrownBy(() -> new ReturnTo(BACK, state)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_prints_nothing_of_either() {
        assertThat(new ReturnTo(BACK, "secret")).hasToString("ReturnTo[***]");
    }
}
