/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One request, and what comes back line by line, for as long as anybody is interested. */
final class Listening implements AutoCloseable {

    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final Clock clock;
    private final CompletableFuture<?> exchange;

    Listening(HttpClient client, HttpRequest request, Clock clock) {
        this.clock = clock;
        this.exchange = client.sendAsync(request, this::opened);
        var _ = exchange.whenComplete((_, failure) -> pieces.add(new Piece.Over(failure == null)));
    }

    /** What comes next; nothing where it is silent for so long. */
    @Nullable
    Piece next(Duration patience) throws InterruptedException {
        return pieces.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private HttpResponse.BodySubscriber<Void> opened(HttpResponse.ResponseInfo answer) {
        pieces.add(new Piece.Opened(
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                Duration.ofSeconds(answer.headers()
                        .firstValue("Retry-After")
                        .filter(seconds -> seconds.matches("\\d{1,6}"))
                        .map(Long::parseLong)
                        .orElse(0L))));
        return HttpResponse.BodySubscribers.fromLineSubscriber(new Lines());
    }

    @Override
    public void close() {
        exchange.cancel(true);
    }

    private final class Lines implements Flow.Subscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            pieces.add(new Piece.Line(clock.instant(), line));
        }

        @Override
        public void onError(Throwable failure) {
            // The exchange fails with it.
        }

        @Override
        public void onComplete() {
            // The exchange completes.
        }
    }
}
