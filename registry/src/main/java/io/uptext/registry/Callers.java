/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import io.uptext.contracts.vocabulary.ApiKey;
import io.uptext.platform.http.BearerToken;
import io.uptext.platform.http.Problem;
import io.uptext.registry.oauth.AccessTokens;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Who asks, by API key or access token. */
public final class Callers {

    private final Supplier<RelyingParties> parties;
    private final @Nullable AccessTokens tokens;

    /**
     * Believes the keys and clients of {@code parties}.
     *
     * @param tokens what verifies access tokens; absent where none are taken
     */
    public Callers(Supplier<RelyingParties> parties, @Nullable AccessTokens tokens) {
        this.parties = parties;
        this.tokens = tokens;
    }

    /** For whom a request asks, which must be allowed to; otherwise a problem. */
    public Mono<RelyingParty> caller(ServerRequest request, Scope scope) {
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
}
