/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.challenge.party.Caller;
import io.uptext.challenge.party.RelyingParties;
import io.uptext.challenge.party.RelyingParty;
import io.uptext.challenge.party.Scope;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.platform.http.BearerToken;
import io.uptext.platform.http.Problem;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ViewedChallenge;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Who asks, and which challenges are theirs. */
public final class Callers {

    private final Supplier<RelyingParties> parties;
    private final ChallengeView view;

    /** Believes the keys of {@code parties}, and finds challenges in {@code view}. */
    public Callers(Supplier<RelyingParties> parties, ChallengeView view) {
        this.parties = parties;
        this.view = view;
    }

    /**
     * A challenge and whose it is.
     *
     * @param party as the registry has it now
     */
    record Own(RelyingParty party, ViewedChallenge challenge) {}

    /** For whom a request asks, which must be allowed to. */
    RelyingParty caller(ServerRequest request, Scope scope) {
        Caller caller = BearerToken.of(request)
                .flatMap(key -> parties.get().authenticate(key))
                .orElseThrow(() -> Problem.UNAUTHENTICATED.because("The Authorization header holds no known API key."));
        if (!caller.may(scope)) {
            throw Problem.FORBIDDEN.because("This API key has not the scope " + scope.word() + ".");
        }
        return caller.party();
    }

    /** The challenge of the path, if it is the caller's; another's does not exist for it. */
    Own own(ServerRequest request, Scope scope) {
        RelyingParty party = caller(request, scope);
        if (!view.isCurrent()) {
            throw Problem.UNAVAILABLE.because("This instance is still reading what happened before it started.");
        }
        return id(request.pathVariable("id"))
                .filter(seen -> seen.created().relyingParty().equals(party.id()))
                .map(seen -> new Own(party, seen))
                .orElseThrow(() -> Problem.NOT_FOUND.because("You have no recent challenge of this id."));
    }

    private Optional<ViewedChallenge> id(String path) {
        try {
            return view.find(new ChallengeId(path));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
