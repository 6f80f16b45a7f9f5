/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SeededRandom.class)
class IdTests {

    private static final ConnectorId CONNECTOR = new ConnectorId("twilio-50500");

    @Test
    void a_random_challenge_id_has_its_form_and_never_comes_twice(RandomGenerator random) {
        Set<ChallengeId> drawn = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ChallengeId id = ChallengeId.random(random);
            assertThat(id.value()).matches("chl_[0-9a-hjkmnp-tv-z]{26}").isEqualTo(id.toString());
            assertThat(drawn.add(id)).as("%s is new", id).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chl_",
                "chl_01h8xgq5m9k3v7w2z4n6t8r0y",
                "chl_01h8xgq5m9k3v7w2z4n6t8r0yaa",
                "chl_01H8XGQ5M9K3V7W2Z4N6T8R0YA",
                "chl_01h8xgq5m9k3v7w2z4n6t8r0yu",
                "msg_01h8xgq5m9k3v7w2z4n6t8r0ya",
                "chl_01h8xgq5m9k3v7w2z4n6t8r0ya\n"
            })
    void another_form_is_no_challenge_id(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChallengeId(value))
                .withMessage("not a challenge id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "msg_", "chl_01h8xgq5m9k3v7w2z4n6t8r0ya", "msg_01h8xgq5m9k3v7w2z4n6t8r0yo"})
    void another_form_is_no_message_id(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageId(value))
                .withMessage("not a message id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "acme", "twilio-50500", "0", "a234567890123456789012345678901234567890"})
    void a_configured_name_has_lower_case_letters_digits_and_inner_dashes(String name) {
        assertThat(new ConnectorId(name)).hasToString(name);
        assertThat(new RelyingPartyId(name)).hasToString(name);
        assertThat(new WebhookId(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "-acme",
                "acme-",
                "ACME",
                "ac me",
                "ac_me",
                "ac.me",
                "acme\n",
                "аcme",
                "../acme",
                "a:b",
                "a2345678901234567890123456789012345678901"
            })
    void another_form_is_no_configured_name(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConnectorId(name));
        assertThatIllegalArgumentException().isThrownBy(() -> new RelyingPartyId(name));
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookId(name));
    }

    @Test
    void a_redelivered_message_has_the_same_id() {
        assertThat(MessageId.of(CONNECTOR, "SM123"))
                .isEqualTo(MessageId.of(new ConnectorId("twilio-50500"), "SM123"))
                .isNotEqualTo(MessageId.of(CONNECTOR, "SM124"))
                .isNotEqualTo(MessageId.of(new ConnectorId("other"), "SM123"));
    }

    @Test
    void a_message_id_stays_what_it_is_over_releases() {
        assertThat(MessageId.of(CONNECTOR, "SM123")).hasToString("msg_r4f3g5tvkg68bgr5b40jxjyf9q");
    }

    @Test
    void the_same_outcome_to_the_same_webhook_is_the_same_delivery() {
        OutcomeId outcome = new OutcomeId("out_01h8xgq5m9k3v7w2z4n6t8r0ya");
        RelyingPartyId acme = new RelyingPartyId("acme");
        WebhookId login = new WebhookId("login");
        assertThat(DeliveryId.of(outcome, acme, login))
                .isEqualTo(DeliveryId.of(outcome, acme, login))
                .isNotEqualTo(DeliveryId.of(outcome, acme, new WebhookId("other")))
                .isNotEqualTo(DeliveryId.of(outcome, new RelyingPartyId("bank"), login))
                .isNotEqualTo(DeliveryId.of(new OutcomeId("out_01h8xgq5m9k3v7w2z4n6t8r0yb"), acme, login));
    }

    @Test
    void a_target_is_another_one_with_another_url_and_its_hash_does_not_tell_it() {
        RelyingPartyId acme = new RelyingPartyId("acme");
        WebhookId login = new WebhookId("login");
        URI url = URI.create("https://acme.example/hook?token=canary");
        assertThat(TargetHash.of(acme, login, url))
                .isEqualTo(TargetHash.of(acme, login, URI.create(url.toString())))
                .isNotEqualTo(TargetHash.of(acme, login, URI.create("https://acme.example/hook?token=other")))
                .isNotEqualTo(TargetHash.of(acme, new WebhookId("other"), url));
        assertThat(TargetHash.of(acme, login, url).toString()).doesNotContain("canary", "acme.example");
        assertThatIllegalArgumentException().isThrownBy(() -> new TargetHash(url.toString()));
    }

    @Test
    void parts_of_an_id_do_not_run_into_each_other() {
        assertThat(MessageId.of(new ConnectorId("a"), "bc")).isNotEqualTo(MessageId.of(new ConnectorId("ab"), "c"));
        assertThat(Ids.derived("a", "bc")).isNotEqualTo(Ids.derived("ab", "c"));
        assertThat(Ids.derived("a", "")).isNotEqualTo(Ids.derived("a"));
        assertThat(Ids.derived("a", "b")).isNotEqualTo(Ids.derived("b", "a"));
        assertThat(Ids.derived("a1:b")).isNotEqualTo(Ids.derived("a", "b"));
    }
}
