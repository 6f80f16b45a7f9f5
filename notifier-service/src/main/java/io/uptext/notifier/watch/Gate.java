/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.uptext.contracts.vocabulary.WaitTokenHash;
import io.uptext.notifier.recent.RecentChallenge;
import io.uptext.notifier.recent.RecentChallenges;
import io.uptext.notifier.recent.TokenKey;
import io.uptext.platform.http.OneHost;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** What every request for a challenge passes, whichever way it goes: whose page asks, whether there is room, and for what. */
public final class Gate {

    private final RecentChallenges challenges;
    private final Openings openings;
    private final Waiting waiting;
    private final Door door;

    Gate(RecentChallenges challenges, Openings openings, Waiting waiting, Door door) {
        this.challenges = challenges;
        this.openings = openings;
        this.waiting = waiting;
        this.door = door;
    }

    /** Answers a request to an address that leads this way. */
    public Publisher<Void> pass(HttpServerRequest request, HttpServerResponse response, Way way) {
        Cors cors = Cors.of(request, door.origins());
        if (Cors.isPreflight(request)) {
            return Answers.preflight(response, cors, way.method());
        }
        if (cors instanceof Cors.Refused) {
            return Answers.refused(response, cors);
        }
        return Mono.defer(() -> enter(request, response, cors, way))
                // Once an answer has begun there is no other one.
                .onErrorResume(
                        _ -> !response.hasSentHeaders(), failure -> openings.refuse(request, response, cors, failure));
    }

    private Mono<Void> enter(HttpServerRequest request, HttpServerResponse response, Cors cors, Way way) {
        check(request, way);
        Visit visit = new Visit(request, response, cors, door.admission().admit(request));
        return Mono.defer(() -> Mono.fromCompletionStage(way.credential().shownBy(request)))
                .flatMap(this::challenge)
                .filter(challenge -> cors.mayRead(door.origins(), challenge.relyingParty()))
                .switchIfEmpty(Mono.error(Gate::unknown))
                .flatMap(challenge -> {
                    visit.welcome(challenge.relyingParty());
                    return way.serve(visit, challenge);
                })
                .doFinally(_ -> visit.leave());
    }

    private Mono<RecentChallenge> challenge(Optional<WaitTokenHash> shown) {
        return Mono.justOrEmpty(shown).map(TokenKey::of).flatMap(waiting::challenge);
    }

    /**
     * The same answer whether a token is malformed, unknown, old, or shown by a page of another relying party's, so that it tells
     * nothing.
     */
    private static ProblemException unknown() {
        return Problem.NOT_FOUND.because("No recent challenge is known by what this request shows.");
    }

    /** What is wrong with a request whoever sends it. */
    private void check(HttpServerRequest request, Way way) {
        HttpHeaders headers = request.requestHeaders();
        if (OneHost.isViolated(headers.getAll(HttpHeaderNames.HOST))) {
            throw OneHost.problem();
        }
        if (!Arrays.asList(way.allowed().split(", ")).contains(request.method().name())) {
            throw Problem.METHOD_NOT_ALLOWED
                    .because("This address does not take that method.")
                    .with(Map.of("Allow", way.allowed()));
        }
        if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                || !"0".equals(headers.get(HttpHeaderNames.CONTENT_LENGTH, "0"))) {
            // Nobody reads it.
            throw Problem.MALFORMED.because("Who watches sends no body.").with(Map.of("Connection", "close"));
        }
        if (openings.isClosed()) {
            throw stopping();
        }
        if (!challenges.isCurrent()) {
            throw Problem.UNAVAILABLE.because("This instance is still reading what happened before it started.");
        }
    }

    private static ProblemException stopping() {
        return Problem.UNAVAILABLE
                .because("This instance stops; another one is there.")
                .with(Map.of("Connection", "close"));
    }
}
