/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.vocabulary.WaitTokenHash;
import io.uptext.platform.http.Problem;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ViewedChallenge;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;

/**
 * The waiting browsers of this instance, by wait token.
 *
 * <p>A watcher is registered first and looks at the state second: the other way round, an outcome between the two would
 * be lost. Seeing it twice does no harm, since the first last event ends the stream.
 */
public final class Watchers implements ChallengeView.Listener {

    /** A person has a few tabs; a token that is open in more has leaked. */
    private static final int MOST_WATCHERS_OF_A_CHALLENGE = 8;

    private final ChallengeView view;
    private final Clock clock;
    private final Map<WaitTokenHash, Set<FluxSink<WatchEvent>>> sinks = new ConcurrentHashMap<>();

    /** Watches {@code view}. */
    public Watchers(ChallengeView view, Clock clock) {
        this.view = view;
        this.clock = clock;
        view.listen(this);
    }

    /**
     * The events of the challenge with this token: its state first, as soon as it is in view, and everything after. The
     * stream completes with the end of the challenge. It stays silent for a token that no challenge has.
     */
    Flux<WatchEvent> watch(WaitTokenHash token) {
        return Flux.defer(() -> {
            AtomicBoolean stateTold = new AtomicBoolean();
            return events(token)
                    .map(event -> stateTold.getAndSet(true) ? event : asState(event, token))
                    .takeUntil(WatchEvent::endsStream)
                    .distinctUntilChanged(Function.identity(), Watchers::isStateAgain);
        });
    }

    /** What happens next to the challenge with this token, if anything does in time; at once where it has ended. */
    Mono<WatchEvent> happening(WaitTokenHash token, Duration wait) {
        return wait.isZero()
                ? Mono.empty()
                : watch(token)
                        .filter(event -> event.endsStream() || event instanceof WatchEvent.Attempt)
                        .next()
                        .timeout(wait, Mono.empty());
    }

    /** Where the challenge with this token stands, if it is in view. */
    Optional<WatchEvent.State> state(WaitTokenHash token) {
        return view.find(token).map(seen -> WatchEvent.State.of(seen, clock.instant()));
    }

    /** The first event is the state, also when an outcome comes between the registration and the look at the state. */
    private WatchEvent asState(WatchEvent first, WaitTokenHash token) {
        return first instanceof WatchEvent.State
                ? first
                : state(token).<WatchEvent>map(state -> state).orElse(first);
    }

    private static boolean isStateAgain(WatchEvent before, WatchEvent now) {
        return before instanceof WatchEvent.State && now instanceof WatchEvent.State && !now.endsStream();
    }

    private Flux<WatchEvent> events(WaitTokenHash token) {
        return Flux.create(
                sink -> {
                    if (!register(token, sink)) {
                        sink.error(Problem.UNAVAILABLE.because("Too many browsers wait for this challenge."));
                        return;
                    }
                    sink.onDispose(() -> forget(token, sink));
                    state(token).ifPresent(sink::next);
                },
                FluxSink.OverflowStrategy.LATEST);
    }

    private boolean register(WaitTokenHash token, FluxSink<WatchEvent> sink) {
        Set<FluxSink<WatchEvent>> all = sinks.compute(token, (_, known) -> {
            Set<FluxSink<WatchEvent>> set = known == null ? ConcurrentHashMap.newKeySet() : known;
            if (set.size() < MOST_WATCHERS_OF_A_CHALLENGE) {
                set.add(sink);
            }
            return set;
        });
        return all.contains(sink);
    }

    /** How many wait with this token here. */
    int count(WaitTokenHash token) {
        Set<FluxSink<WatchEvent>> waiting = sinks.get(token);
        return waiting == null ? 0 : waiting.size();
    }

    private void forget(WaitTokenHash token, FluxSink<WatchEvent> sink) {
        sinks.computeIfPresent(token, (_, known) -> {
            known.remove(sink);
            return known.isEmpty() ? null : known;
        });
    }

    @Override
    public void created(ViewedChallenge challenge) {
        tell(challenge, WatchEvent.State.of(challenge, clock.instant()));
    }

    @Override
    public void decided(ViewedChallenge challenge) {
        tell(challenge, WatchEvent.Ended.of(challenge));
    }

    @Override
    public void attempt(ViewedChallenge challenge, AuthAttemptRejected attempt) {
        tell(challenge, WatchEvent.Attempt.of(attempt));
    }

    private void tell(ViewedChallenge challenge, WatchEvent event) {
        Set<FluxSink<WatchEvent>> waiting = sinks.get(challenge.created().waitTokenHash());
        if (waiting != null) {
            waiting.forEach(sink -> sink.next(event));
        }
    }
}
