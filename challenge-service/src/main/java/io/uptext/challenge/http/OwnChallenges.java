/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.platform.http.Problem;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ViewedChallenge;
import io.uptext.registry.Callers;
import io.uptext.registry.RelyingParty;
import io.uptext.registry.Scope;
import java.util.Optional;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Which challenges are whose. */
public final class OwnChallenges {

    private final Callers callers;
    private final ChallengeView view;

    /** Believes {@code callers}, and finds challenges in {@code view}. */
    public OwnChallenges(Callers callers, ChallengeView view) {
        this.callers = callers;
        this.view = view;
    }

    /**
     * A challenge and whose it is.
     *
     * @param party as the registry has it now
     */
    record Own(RelyingParty party, ViewedChallenge challenge) {}

    /** For whom a request asks, which must be allowed to. */
    Mono<RelyingParty> caller(ServerRequest request, Scope scope) {
        return callers.caller(request, scope);
    }

    /** The challenge of the path, if it is the caller's; another's does not exist for it. */
    Mono<Own> own(ServerRequest request, Scope scope) {
        return caller(request, scope).map(party -> {
            checkCurrent();
            return id(request.pathVariable("id"))
                    .filter(seen -> seen.created().relyingParty().equals(party.id()))
                    .map(seen -> new Own(party, seen))
                    .orElseThrow(() -> Problem.NOT_FOUND.because("You have no recent challenge of this id."));
        });
    }

    /** Refuses to speak of challenges before all recent ones have come into view. */
    void checkCurrent() {
        if (!view.isCurrent()) {
            throw Problem.UNAVAILABLE.because("This instance is still reading what happened before it started.");
        }
    }

    private Optional<ViewedChallenge> id(String path) {
        try {
            return view.find(new ChallengeId(path));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
