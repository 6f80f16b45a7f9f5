/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.netty.channel.EventLoop;
import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.notifier.recent.RecentChallenge;
import io.uptext.platform.http.ProblemException;
import io.uptext.platform.json.Json;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Requests that have come in become streams and polls, or problems. */
final class Openings {

    private final Streams streams;
    private final Waiting waiting;
    private volatile boolean closed;

    Openings(Streams streams, Waiting waiting) {
        this.streams = streams;
        this.waiting = waiting;
    }

    /** Lets nobody in any more. */
    void endAdmission() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** Answers a problem. */
    Mono<Void> refuse(HttpServerRequest request, HttpServerResponse response, Cors cors, Throwable failure) {
        streams.measures().refused();
        return Answers.problem(request, response, cors, failure);
    }

    /** Serves whoever may have this challenge. */
    Mono<Void> serve(Visit visit, RecentChallenge challenge) {
        if (Patience.isPoll(visit.headers())) {
            return poll(visit, challenge);
        }
        return visit.isHead() ? Answers.head(visit.response(), Heads.headers(visit.cors())) : stream(visit, challenge);
    }

    private Mono<Void> poll(Visit visit, RecentChallenge challenge) {
        Measures measures = streams.measures();
        return Mono.defer(() -> {
                    measures.came(challenge.relyingParty());
                    return waiting.happening(challenge, Patience.of(visit.headers()))
                            .doFinally(_ -> measures.left(challenge.relyingParty()));
                })
                // From the thread that reads the log, which has others to tell.
                .publishOn(Schedulers.fromExecutor(visit.loop()))
                .flatMap(happened -> answer(visit, challenge, happened.orElse(null)));
    }

    private Mono<Void> answer(Visit visit, RecentChallenge challenge, @Nullable AttemptFlaw flaw) {
        Polled polled = Polled.of(streams.watchers().state(challenge), flaw);
        if (closed) {
            visit.response().keepAlive(false);
        }
        return Answers.json(visit.request(), visit.response(), visit.cors(), Json.MAPPER.writeValueAsBytes(polled));
    }

    /** The answer is the stream's own to write, and the connection its own to close: the server hears nothing more of it. */
    private Mono<Void> stream(Visit visit, RecentChallenge challenge) {
        return Mono.defer(() -> {
            visit.request().withConnection(connection -> begin(visit, challenge, connection));
            return Mono.never();
        });
    }

    private void begin(Visit visit, RecentChallenge challenge, Connection connection) {
        EventLoop loop = connection.channel().eventLoop();
        byte[] head = Heads.bytes(visit.cors(), visit.isChunked());
        Admission.Guest guest = visit.handOver();
        if (guest == null) {
            return;
        }
        Stream stream = new Stream(streams, challenge, guest, loop, visit.isChunked());
        try {
            stream.open(() -> TakeOver.by(stream, connection, streams.pace().writeTimeout()), head);
        } catch (ProblemException e) {
            guest.leave();
            throw e;
        }
    }
}
