/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client.proof;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The public keys, kept for a while.
 *
 * <p>A key that is not among them makes us ask again, since there may be a new one; but not more often than every few
 * seconds, for anybody can make up names of keys. While nobody answers, the old ones are good for a day.
 */
final class PublishedKeys {

    static final Duration FRESH = Duration.ofMinutes(1);
    static final Duration BETWEEN_FETCHES = Duration.ofSeconds(5);
    static final Duration KEPT_IN_AN_OUTAGE = Duration.ofDays(1);

    /** A source that never answers holds nobody longer. */
    static final Duration LONGEST_FETCH = Duration.ofSeconds(30);

    private final KeySource source;
    private final Clock clock;
    private final Duration longestFetch;
    private @Nullable Snapshot latest;
    private @Nullable Instant asked;
    private @Nullable CompletableFuture<Snapshot> asking;

    PublishedKeys(KeySource source, Clock clock, Duration longestFetch) {
        this.source = source;
        this.clock = clock;
        this.longestFetch = longestFetch;
    }

    private record Snapshot(JWKSet keys, Instant fetchedAt) {

        Optional<ECKey> key(String id) {
            JWK key = keys.getKeyByKeyId(id);
            return key instanceof ECKey ec ? Optional.of(ec.toPublicJWK()) : Optional.empty();
        }

        boolean isYoungerThan(Duration age, Instant now) {
            return now.isBefore(fetchedAt.plus(age));
        }
    }

    /** The key of this name, if one is published. It fails if nobody answers, and nothing was kept. */
    CompletableFuture<Optional<ECKey>> key(String id) {
        Instant now = clock.instant();
        Snapshot kept = kept();
        Optional<ECKey> known = kept == null ? Optional.empty() : kept.key(id);
        if (kept != null && kept.isYoungerThan(FRESH, now) && known.isPresent()) {
            return CompletableFuture.completedFuture(known);
        }
        boolean usable = kept != null && kept.isYoungerThan(KEPT_IN_AN_OUTAGE, now);
        CompletableFuture<Snapshot> fetched = fetched(now, usable);
        if (fetched == null) {
            return CompletableFuture.completedFuture(known);
        }
        return fetched.thenApply(snapshot -> snapshot.key(id))
                .exceptionallyCompose(failure -> known.isPresent() && usable
                        ? CompletableFuture.completedFuture(known)
                        : CompletableFuture.failedFuture(failure));
    }

    private synchronized @Nullable Snapshot kept() {
        return latest;
    }

    /** A fetch, the one that is under way if there is one; null if there are keys to use and it is too early for more. */
    private @Nullable CompletableFuture<Snapshot> fetched(Instant now, boolean usable) {
        CompletableFuture<Snapshot> begun = new CompletableFuture<>();
        synchronized (this) {
            if (asking != null) {
                return asking;
            }
            if (usable && asked != null && now.isBefore(asked.plus(BETWEEN_FETCHES))) {
                return null;
            }
            asked = now;
            asking = begun;
        }
        CompletableFuture<String> answer = answer();
        CompletableFuture<?> unused = answer.thenApply(text -> parsed(text, now))
                .whenComplete((snapshot, failure) -> end(begun, snapshot, failure));
        // Not by orTimeout, whose one thread for all timers would then verify our proofs.
        CompletableFuture.delayedExecutor(longestFetch.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    end(begun, null, new TimeoutException("the keys did not come within " + longestFetch));
                    answer.cancel(true);
                });
        return begun;
    }

    private CompletableFuture<String> answer() {
        try {
            return Objects.requireNonNull(source.fetch(), "the source of the keys has no answer to wait for");
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The first end of a fetch counts: keys that come after its time was over are not looked at. */
    @SuppressWarnings("ReferenceEquality") // this very fetch
    private void end(CompletableFuture<Snapshot> begun, @Nullable Snapshot snapshot, @Nullable Throwable failure) {
        synchronized (this) {
            if (asking != begun) {
                return;
            }
            asking = null;
            latest = snapshot == null ? latest : snapshot;
        }
        if (snapshot != null) {
            begun.complete(snapshot);
        } else {
            begun.completeExceptionally(failure == null ? new IllegalStateException("no keys came") : failure);
        }
    }

    private static Snapshot parsed(String text, Instant now) {
        try {
            return new Snapshot(JWKSet.parse(text), now);
        } catch (ParseException e) {
            throw new IllegalStateException("what was published is no JWK Set");
        }
    }
}
