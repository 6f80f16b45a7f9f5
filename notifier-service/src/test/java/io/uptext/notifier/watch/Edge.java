/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.Channel;
import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.Outcome;
import io.uptext.notifier.recent.RecentChallenges;
import io.uptext.notifier.recent.RecentLog;
import io.uptext.notifier.recent.TokenKey;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The real edge of watching, on a port of its own, at a fixed time, with a log that a test writes. */
final class Edge implements AutoCloseable {

    static final String ORIGIN = "https://login.example.com";
    private static final Duration LONG = Duration.ofMinutes(1);

    static final int MOST_STRANGERS = 20;

    final RecentChallenges challenges = new RecentChallenges();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final Watchers watchers;
    final Streams streams;
    final Waiting waiting;
    final Openings openings;
    final WatchRoute route;
    final List<Channel> connections = new CopyOnWriteArrayList<>();
    private final DisposableServer server;

    Edge() {
        this(new Wheel.Pace(LONG, LONG));
    }

    Edge(Wheel.Pace pace) {
        this(pace, new Door(Origins.of(List.of(ORIGIN)), Admission.EVERYBODY, Credential.BEARER));
    }

    Edge(Wheel.Pace pace, Door door) {
        Clock clock = Clock.fixed(Story.START, ZoneOffset.UTC);
        watchers = new Watchers(challenges, clock);
        streams = new Streams(
                watchers,
                new Retry(Duration.ofSeconds(2), Duration.ofSeconds(1), new Random()),
                new Measures(registry),
                clock,
                pace);
        waiting = new Waiting(watchers, Duration.ofSeconds(3), MOST_STRANGERS);
        openings = new Openings(streams, waiting);
        route = new WatchRoute(new Gate(challenges, openings, waiting, door), openings, door.credential());
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .doOnConnection(connection -> connections.add(connection.channel()))
                .route(route::apply)
                .bindNow();
    }

    /** One that has read its log, in which there is one challenge. */
    static Edge withOneChallenge() {
        Edge edge = new Edge();
        edge.hasReadAll();
        edge.tell(Story.created());
        return edge;
    }

    void hasReadAll() {
        RecentLog.hasReadAll(challenges);
    }

    void tell(ChallengeCreated created) {
        RecentLog.tell(challenges, created);
    }

    void tell(Outcome outcome) {
        RecentLog.tell(challenges, outcome);
    }

    void tell(AuthAttemptRejected attempt) {
        RecentLog.tell(challenges, attempt);
    }

    /** How many wait for the one challenge. */
    int waiting() {
        return watchers.count(TokenKey.of(Story.TOKEN.hash()));
    }

    /** How many have been told where their challenge stands, and wait. */
    double watching() {
        @Nullable Gauge gauge = registry.find("uptext.watchers").gauge();
        return gauge == null ? 0 : gauge.value();
    }

    /** How many streams have ended so. */
    int ended(HowEnded how) {
        @Nullable
        Counter counter =
                registry.find("uptext.watch.streams").tag("how", how.word()).counter();
        return counter == null ? 0 : (int) counter.count();
    }

    int port() {
        return server.port();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port() + WatchRoute.PATH);
    }

    @Override
    public void close() {
        server.disposeNow();
        waiting.close();
    }
}
