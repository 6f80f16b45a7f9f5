/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.challenge.oauth.AccessTokens;
import io.uptext.challenge.party.Caller;
import io.uptext.challenge.party.RelyingParties;
import io.uptext.challenge.party.RelyingParty;
import io.uptext.challenge.party.Scope;
import io.uptext.contracts.vocabulary.ApiKey;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.platform.http.BearerToken;
import io.uptext.platform.http.Problem;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ViewedChallenge;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Who asks, by API key or access token, and which challenges are theirs. */
public final class Callers {

    private final Supplier<RelyingParties> parties;
    private final @Nullable AccessTokens tokens;
    private final ChallengeView view;

    /**
     * Believes the keys and clients of {@code parties}, and finds challenges in {@code view}.
     *
     * @param tokens what verifies access tokens; absent where none are taken
     */
    public Callers(Supplier<RelyingParties> parties, @Nullable AccessTokens tokens, ChallengeView view) {
        this.parties = parties;
        this.tokens = tokens;
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
        return BearerToken.of(request)
                .map(this::authenticated)
                .orElseGet(Mono::empty)
                .switchIfEmpty(Mono.error(() -> Problem.UNAUTHENTICATED.because(
                        "The Authorization header holds no known API key and no good access token.")))
                .map(caller -> allowed(caller, scope));
    }

    private Mono<Caller> authenticated(String bearer) {
        Optional<Caller> byKey = parties.get().authenticate(bearer);
        if (byKey.isPresent() || tokens == null || ApiKey.parse(bearer).isPresent()) {
            return Mono.justOrEmpty(byKey);
        }
        return tokens.verify(bearer)
                .flatMap(token -> Mono.justOrEmpty(parties.get().client(token.clientId(), token.scopes())));
    }

    private static RelyingParty allowed(Caller caller, Scope scope) {
        if (!caller.may(scope)) {
            throw Problem.FORBIDDEN.because("This API key or access token has not the scope " + scope.word() + ".");
        }
        return caller.party();
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
