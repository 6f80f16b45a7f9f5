/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.contracts.vocabulary.WaitTokenHash;
import io.uptext.platform.http.BearerToken;
import io.uptext.platform.http.Problem;
import io.uptext.platform.json.Json;
import io.uptext.platform.view.ChallengeView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code GET /v1/watch}: server-sent events, or a long poll, for the holder of a wait token and for nobody else. */
public final class WatchApi {

    /** A browser can be here before this instance has read of its challenge. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final ServerSentEvent<String> HEARTBEAT =
            ServerSentEvent.<String>builder().comment("").build();

    private final Watchers watchers;
    private final ChallengeView view;
    private final Duration retry;
    private final Flux<WatchEvent> heartbeats;

    /** Serves the events of {@code watchers}. */
    public WatchApi(Watchers watchers, ChallengeView view, Duration heartbeat, Duration retry) {
        this.watchers = watchers;
        this.view = view;
        this.retry = retry;
        // One timer for all browsers, however many wait.
        this.heartbeats = Flux.interval(heartbeat)
                .<WatchEvent>map(_ -> new WatchEvent.Heartbeat())
                .onBackpressureDrop()
                .share();
    }

    /** The one address. */
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().GET("/v1/watch", this::watch).build();
    }

    private Mono<ServerResponse> watch(ServerRequest request) {
        WaitTokenHash token = BearerToken.of(request).flatMap(WatchApi::hash).orElseThrow(WatchApi::unknown);
        if (!view.isCurrent()) {
            throw Problem.UNAVAILABLE.because("This instance is still reading what happened before it started.");
        }
        if (view.find(token).isPresent()) {
            return listen(request, token);
        }
        return watchers.watch(token)
                .next()
                .timeout(PATIENCE, Mono.empty())
                .switchIfEmpty(Mono.error(WatchApi::unknown))
                .flatMap(_ -> listen(request, token));
    }

    private Mono<ServerResponse> listen(ServerRequest request, WaitTokenHash token) {
        return Patience.isPoll(request) ? poll(token, Patience.of(request)) : stream(token);
    }

    private Mono<ServerResponse> poll(WaitTokenHash token, Duration wait) {
        return watchers.happening(token, wait)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(event -> {
                    @Nullable
                    AttemptFlaw flaw = event.orElse(null) instanceof WatchEvent.Attempt attempt ? attempt.flaw() : null;
                    WatchEvent.State state = watchers.state(token).orElseThrow(WatchApi::unknown);
                    return ServerResponse.ok()
                            .contentType(MediaType.APPLICATION_JSON)
                            .header("Cache-Control", "no-store")
                            .bodyValue(Json.MAPPER.writeValueAsBytes(Polled.of(state, flaw)));
                });
    }

    private static Optional<WaitTokenHash> hash(String token) {
        try {
            return Optional.of(WaitToken.parse(token).hash());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same answer whether a token is malformed, unknown or old, so that it tells nothing. */
    private static RuntimeException unknown() {
        return Problem.UNAUTHENTICATED.because("The Authorization header holds no wait token of a recent challenge.");
    }

    private Mono<ServerResponse> stream(WaitTokenHash token) {
        Flux<ServerSentEvent<String>> events = watchers.watch(token)
                .mergeWith(heartbeats)
                .takeUntil(WatchEvent::endsStream)
                .map(this::onTheWire);
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(BodyInserters.fromServerSentEvents(events));
    }

    private ServerSentEvent<String> onTheWire(WatchEvent event) {
        if (event instanceof WatchEvent.Heartbeat) {
            return HEARTBEAT;
        }
        return ServerSentEvent.<String>builder()
                .event(event.name())
                .retry(retry)
                .data(new String(Json.MAPPER.writeValueAsBytes(event), StandardCharsets.UTF_8))
                .build();
    }
}
