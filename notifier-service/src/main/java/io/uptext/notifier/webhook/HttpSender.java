/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** Sends over HTTP, as Standard Webhooks 1.0.0 has it. */
final class HttpSender implements Sender, AutoCloseable {

    private static final String AGENT = "Uptext/1";

    private final Supplier<WebhookSecrets> secrets;
    private final Clients clients;
    private final Limits limits;
    private final Clock clock;
    private final Unsigned unsigned = new Unsigned();
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

    HttpSender(Supplier<WebhookSecrets> secrets, Clients clients, Limits limits, Clock clock) {
        this.secrets = secrets;
        this.clients = clients;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public boolean canSign(Target target) {
        return keys(target).isPresent();
    }

    private Optional<SigningKeys> keys(Target target) {
        Optional<SigningKeys> keys = secrets.get().of(target);
        unsigned.note(target, keys.isEmpty());
        return keys;
    }

    @Override
    public CompletionStage<Attempt> send(Target target, String id, byte[] body) {
        Optional<SigningKeys> keys = keys(target);
        if (keys.isEmpty()) {
            return failed(Flaw.NO_SECRET);
        }
        Optional<HttpClient> client = clients.to(target.webhook().url());
        if (client.isEmpty()) {
            return failed(Flaw.FORBIDDEN_ADDRESS);
        }
        Instant now = clock.instant();
        String signature = keys.get().signature(id, now, body);
        Semaphore ofTarget = places.computeIfAbsent(target.name(), _ -> new Semaphore(MOST_AT_ONCE));
        if (!ofTarget.tryAcquire()) {
            return failed(Flaw.BUSY);
        }
        CompletableFuture<Attempt> answer = new CompletableFuture<>();
        var _ = exchange(client.get().headers(headers -> headers(headers, id, now, signature)), target, body)
                .doOnTerminate(ofTarget::release)
                .subscribe(answer::complete, failure -> answer.complete(new Attempt.Failed(Flaws.of(failure))));
        return answer;
    }

    private static CompletionStage<Attempt> failed(Flaw flaw) {
        return CompletableFuture.completedStage(new Attempt.Failed(flaw));
    }

    private static void headers(HttpHeaders headers, String id, Instant now, String signature) {
        headers.set("webhook-id", id)
                .set("webhook-timestamp", now.getEpochSecond())
                .set("webhook-signature", signature)
                .set("Content-Type", "application/json")
                .set("User-Agent", AGENT);
    }

    /** The status decides. What becomes of the rest of the answer changes nothing. */
    private Mono<Attempt> exchange(HttpClient client, Target target, byte[] body) {
        AtomicReference<@Nullable Attempt> heard = new AtomicReference<>();
        return client.post()
                .uri(target.webhook().url())
                .send(ByteBufMono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .response((response, rest) -> {
                    heard.set(attempt(response));
                    return drained(rest);
                })
                .then()
                .timeout(limits.whole())
                .onErrorResume(failure -> {
                    heard.compareAndSet(null, new Attempt.Failed(Flaws.of(failure)));
                    return Mono.empty();
                })
                .then(Mono.fromSupplier(() -> {
                    @Nullable Attempt attempt = heard.get();
                    return attempt == null ? new Attempt.Failed(Flaw.CLOSED) : attempt;
                }));
    }

    private Attempt attempt(HttpClientResponse response) {
        return Answers.of(response.status().code(), response.responseHeaders().get("Retry-After"), clock.instant());
    }

    /** Read so far that the connection can be used again, or closed where there is too much. */
    private Publisher<Void> drained(ByteBufFlux rest) {
        return rest.map(ByteBuf::readableBytes)
                .scan(0, Integer::sum)
                .takeUntil(read -> read > limits.answer())
                .then();
    }

    @Override
    public void close() {
        clients.close();
    }
}
