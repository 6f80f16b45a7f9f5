/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.platform.file.InvalidFileException;
import io.uptext.registry.Webhook;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** What tests of the sender send. */
final class Sending {

    static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";
    static final String ID = "out_2m5d8k0v";
    static final byte[] BODY = ("{\"type\":\"io.uptext.outcome.confirmed.v1\",\"timestamp\":\"2026-11-28T12:00:00Z\","
                    + "\"data\":{\"challengeId\":\"chl_ü\",\"status\":\"confirmed\"}}")
            .getBytes(UTF_8);

    /** Short, and long enough for a busy machine to do what it can. */
    static final Limits SHORT = new Limits(Duration.ofSeconds(2), Duration.ofMillis(300), 64 * 1024, 16 * 1024);

    private static final int PATIENCE_SECONDS = 60;

    private Sending() {}

    static Target target(String url) {
        return target("acme", url);
    }

    static Target target(String party, String url) {
        return new Target(new RelyingPartyId(party), new Webhook("outcomes", URI.create(url)));
    }

    static WebhookSecrets secrets(String... keys) {
        try {
            return SecretsReading.read(
                    ("webhook-secrets: {acme: {outcomes: [" + String.join(", ", keys) + "]}}").getBytes(UTF_8));
        } catch (InvalidFileException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A sender to these origins of this machine. */
    static HttpSender toThisMachine(WebhookSecrets secrets, Limits limits, Clock clock, String... origins) {
        return new HttpSender(() -> secrets, Clients.of(Set.of(origins), limits), limits, clock);
    }

    static Attempt send(Sender sender, Target target) throws Exception {
        return await(sender.send(target, ID, BODY));
    }

    static Attempt await(CompletionStage<Attempt> attempt) throws Exception {
        return attempt.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
