/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import io.uptext.notifier.webhook.Attempt;
import io.uptext.notifier.webhook.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/** A relying party's server, which is ill for a while and keeps account of what it was asked. */
final class VirtualTarget {

    /** What an ill server does. */
    enum Illness {
        NONE(Duration.ZERO),
        ERRORS(Duration.ofMillis(20)),
        HANGS(Duration.ofSeconds(10)),
        REDIRECTS(Duration.ofMillis(20)),
        OVERLOAD(Duration.ofMillis(20));

        private final Duration latency;

        Illness(Duration latency) {
            this.latency = latency;
        }

        Attempt answer() {
            return switch (this) {
                case NONE -> new Attempt.Delivered(204);
                case ERRORS -> new Attempt.Refused(500, null);
                case HANGS -> new Attempt.Failed(Flaw.TIMEOUT);
                case REDIRECTS -> new Attempt.Refused(302, null);
                case OVERLOAD -> new Attempt.Refused(503, Duration.ofSeconds(45));
            };
        }
    }

    /** A request. */
    record Request(String id, String body, Instant began, Instant answered, boolean taken) {}

    final List<Request> requests = new ArrayList<>();
    int mostAtOnce;
    private final VirtualTime time;
    private final RandomGenerator random;
    private final Illness illness;
    private final Instant illFrom;
    private final Instant illUntil;
    private int atOnce;

    VirtualTarget(VirtualTime time, RandomGenerator random, Illness illness, Instant illFrom, Instant illUntil) {
        this.time = time;
        this.random = random;
        this.illness = illness;
        this.illFrom = illFrom;
        this.illUntil = illUntil;
    }

    CompletionStage<Attempt> ask(String id, String body) {
        Instant began = time.instant();
        boolean isIll = illness != Illness.NONE && !began.isBefore(illFrom) && began.isBefore(illUntil);
        Attempt answer = isIll ? illness.answer() : new Attempt.Delivered(204);
        Duration latency = isIll ? illness.latency : Duration.ofMillis(random.nextLong(5, 60));
        CompletableFuture<Attempt> answered = new CompletableFuture<>();
        mostAtOnce = Math.max(mostAtOnce, ++atOnce);
        time.after(latency, () -> {
            atOnce--;
            requests.add(new Request(id, body, began, time.instant(), answer instanceof Attempt.Delivered));
            answered.complete(answer);
        });
        return answered;
    }
}
