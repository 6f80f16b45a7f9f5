/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import io.uptext.client.proof.Proof;
import io.uptext.client.webhook.Webhook;
import io.uptext.client.webhook.WebhookVerifier;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What docs/clients/java.md shows. */
final class Example {

    private Example() {}

    /** What a site keeps of a browser. */
    static final class Session {
        CodeVerifier verifier = CodeVerifier.draw();
        Nonce nonce = Nonce.draw();
        IdempotencyKey redemption = IdempotencyKey.draw();
        ChallengeId challenge = new ChallengeId("chl_0");
    }

    /** What a site keeps of all that it was told. */
    static final class Store {
        @Nullable
        String cursor;

        final Map<ChallengeId, ChallengeStatus> ended = new HashMap<>();

        void ended(ChallengeId challenge, ChallengeStatus status) {
            ended.put(challenge, status);
        }
    }

    static UptextClient client() {
        // tag::client
        UptextClient uptext = UptextClient.builder()
                .url(URI.create("https://sms.example.com"))
                .apiKey(System.getenv("UPTEXT_API_KEY"))
                .issuer("https://sms.example.com")
                .relyingParty("acme")
                .build();
        // end::client
        return uptext;
    }

    // tag::begin
    static CreatedChallenge begin(UptextClient uptext, Session session, String typedNumber) {
        session.verifier = CodeVerifier.draw();
        session.nonce = Nonce.draw();
        session.redemption = IdempotencyKey.draw();
        CreatedChallenge challenge = uptext.create(NewChallenge.boundTo(new Msisdn(typedNumber))
                .with(session.verifier)
                .with(session.nonce)
                .with(new ChallengeContext("Sign in to Acme", "Firefox on Windows", null)));
        session.challenge = challenge.id();
        return challenge;
    }
    // end::begin

    // tag::finish
    static Proof finish(UptextClient uptext, Session session) {
        Redemption redemption = uptext.redeem(session.challenge, session.verifier, session.redemption);
        return Waiting.until(
                uptext.proofs().verify(redemption.proof(), session.challenge.value(), session.nonce.value()));
    }
    // end::finish

    // tag::events
    static void follow(EventReader events, Store store) {
        EventPage page = store.cursor == null ? events.here() : events.after(store.cursor);
        page.events().forEach(event -> store.ended(event.challenge(), event.status()));
        store.cursor = page.next();
    }
    // end::events

    static Webhook webhook(String newSecret, String oldSecret, Map<String, List<String>> headers, byte[] body) {
        // tag::webhook
        WebhookVerifier webhooks = WebhookVerifier.of(List.of(newSecret, oldSecret));
        Webhook webhook = webhooks.verify(headers, body);
        // end::webhook
        return webhook;
    }
}
