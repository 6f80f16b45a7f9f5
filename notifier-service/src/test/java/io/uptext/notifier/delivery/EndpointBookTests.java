/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.WebhookEndpointDisabled;
import io.uptext.contracts.event.WebhookEndpointEnabled;
import io.uptext.contracts.vocabulary.KeptReason;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.TargetHash;
import io.uptext.contracts.vocabulary.WebhookId;
import io.uptext.notifier.delivery.book.Endpoint;
import io.uptext.notifier.delivery.book.Standing;
import io.uptext.notifier.webhook.Attempt;
import io.uptext.notifier.webhook.Sender;
import io.uptext.notifier.webhook.Target;
import io.uptext.platform.file.InvalidFileException;
import io.uptext.registry.RegistryReading;
import io.uptext.registry.RelyingParties;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class EndpointBookTests {

    private static final Endpoint LOGIN = new Endpoint(new RelyingPartyId("acme"), new WebhookId("login"));
    private static final String FIRST_URL = "https://hooks.example.com/first?token=canary";
    private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");
    private static final Standing READY = new Standing.Ready();

    private RelyingParties parties = registry("[{id: login, url: \"" + FIRST_URL + "\"}]");
    private boolean hasSecret = true;
    private final EndpointBook book = new EndpointBook(() -> parties, new Sender() {

        @Override
        public boolean canSign(Target target) {
            return hasSecret;
        }

        @Override
        public CompletionStage<Attempt> send(Target target, String id, byte[] body) {
            throw new AssertionError("nothing is sent here");
        }
    });

    @Test
    void nobody_is_asked_before_it_is_known_who_was_disabled() {
        assertThat(book.standing(LOGIN)).isEqualTo(new Standing.NotYet());
        book.becomeCurrent();
        assertThat(book.standing(LOGIN)).isEqualTo(READY);
    }

    @Test
    void nobody_is_asked_without_a_secret() {
        book.becomeCurrent();
        hasSecret = false;
        assertThat(book.standing(LOGIN)).isEqualTo(new Standing.NotYet());
    }

    @Test
    void a_webhook_that_is_disabled_stays_so_until_somebody_enables_it() {
        List<Endpoint> enabled = new ArrayList<>();
        book.whenEnabled(enabled::add);
        book.becomeCurrent();
        disable();
        assertThat(book.standing(LOGIN)).isEqualTo(new Standing.Over(KeptReason.WEBHOOK_DISABLED));
        assertThat(book.disabledAt(LOGIN)).contains(AT);
        book.learn(new WebhookEndpointEnabled(LOGIN.relyingParty(), LOGIN.webhook(), AT));
        assertThat(book.standing(LOGIN)).isEqualTo(READY);
        assertThat(enabled).containsExactly(LOGIN);
    }

    @Test
    void a_webhook_with_another_url_is_another_one() {
        book.becomeCurrent();
        disable();
        parties = registry("[{id: login, url: \"https://hooks.example.com/second\"}]");
        assertThat(book.standing(LOGIN)).isEqualTo(READY);
        assertThat(book.disabledAt(LOGIN)).isEmpty();
    }

    @Test
    void a_webhook_that_is_taken_out_of_the_registry_is_over() {
        book.becomeCurrent();
        parties = registry("[]");
        assertThat(book.standing(LOGIN)).isEqualTo(new Standing.Over(KeptReason.WEBHOOK_REMOVED));
        assertThat(book.target(LOGIN)).isEmpty();
    }

    private void disable() {
        book.learn(new WebhookEndpointDisabled(
                LOGIN.relyingParty(),
                LOGIN.webhook(),
                TargetHash.of(LOGIN.relyingParty(), LOGIN.webhook(), URI.create(FIRST_URL)),
                AT));
    }

    private static RelyingParties registry(String webhooks) {
        try {
            return RegistryReading.read("""
                    relying-parties:
                      acme:
                        keyword: ACME LOGIN
                        destination: "50500"
                        keys: [{id: one, hash: "%s"}]
                        webhooks: %s
                    """.formatted("0".repeat(64), webhooks).getBytes(UTF_8));
        } catch (InvalidFileException e) {
            throw new IllegalStateException(e);
        }
    }
}
