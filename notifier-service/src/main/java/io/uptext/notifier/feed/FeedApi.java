/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import io.uptext.platform.json.Json;
import io.uptext.registry.Callers;
import io.uptext.registry.Scope;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * {@code GET /v1/events}: what a relying party is told of its outcomes, for its servers, as a stream or by polls. It reads the
 * party's own topic, whose name comes from the key or token and from nowhere else.
 */
final class FeedApi {

    /** How often it is looked whether a listener still may; a key that is withdrawn reads on for so long. */
    private static final Duration CHECK = Duration.ofSeconds(2);

    private final Callers callers;
    private final FeedReaders readers;
    private final Streams streams;
    private final FeedProperties properties;
    private final Scheduler blocking;

    /**
     * Serves what {@code readers} read.
     *
     * @param blocking where polls wait
     */
    FeedApi(Callers callers, FeedReaders readers, Streams streams, FeedProperties properties, Scheduler blocking) {
        this.callers = callers;
        this.readers = readers;
        this.streams = streams;
        this.properties = properties;
        this.blocking = blocking;
    }

    /** The one address. */
    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().GET("/v1/events", this::events).build();
    }

    private Mono<ServerResponse> events(ServerRequest request) {
        return callers.caller(request, Scope.EVENTS).flatMap(party -> {
            if (!party.topic()) {
                throw Problem.NOT_FOUND.because(
                        "This relying party has no events here: the registry does not say topic: true of it.");
            }
            RelyingPartyId id = party.id();
            Start start = Start.of(request, id);
            Supplier<FeedReader> open = () -> readers.open(id, start);
            return Wish.isPoll(request) ? poll(request, id, open) : stream(request, id, open);
        });
    }

    private Mono<ServerResponse> stream(ServerRequest request, RelyingPartyId party, Supplier<FeedReader> open) {
        Flux<byte[]> bytes = Flux.defer(() -> FeedStream.of(streams.enter(party), open, properties))
                .takeUntilOther(withdrawn(request, party));
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body((response, _) -> response.writeAndFlushWith(
                        bytes.map(each -> Mono.just(response.bufferFactory().wrap(each)))));
    }

    /** Comes when the caller may no longer listen: its key or token is no longer good, or the registry says otherwise. */
    private Mono<Boolean> withdrawn(ServerRequest request, RelyingPartyId party) {
        return Flux.interval(CHECK)
                .onBackpressureDrop()
                .concatMap(_ -> mayStill(request, party))
                .filter(may -> !may)
                .next();
    }

    private Mono<Boolean> mayStill(ServerRequest request, RelyingPartyId party) {
        return callers.caller(request, Scope.EVENTS)
                .map(now -> now.id().equals(party) && now.topic())
                // That its token cannot be verified just now is our trouble and says nothing of it.
                .onErrorResume(ProblemException.class, problem -> Mono.just(problem.problem() == Problem.UNAVAILABLE))
                .onErrorReturn(false);
    }

    private Mono<ServerResponse> poll(ServerRequest request, RelyingPartyId party, Supplier<FeedReader> open) {
        int limit = Wish.limit(request);
        Duration wait = Wish.patience(request);
        return Mono.using(
                        () -> streams.enter(party),
                        _ -> Mono.fromCallable(() -> FeedPoll.read(open, limit, wait))
                                .subscribeOn(blocking),
                        Streams.Place::close)
                .flatMap(polled -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Cache-Control", "no-store")
                        .bodyValue(Json.MAPPER.writeValueAsBytes(polled)));
    }
}
