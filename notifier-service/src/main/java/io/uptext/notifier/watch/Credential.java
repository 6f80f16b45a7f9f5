/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.contracts.vocabulary.WaitTokenHash;
import io.uptext.platform.http.BearerToken;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import reactor.netty.http.server.HttpServerRequest;

/** What a browser shows to hear of a challenge. */
@FunctionalInterface
public interface Credential {

    /** A wait token in the {@code Authorization} header, and nothing else. */
    Credential BEARER = request -> CompletableFuture.completedFuture(bearer(request));

    /**
     * The token that a request stands for; empty where it shows none, or what cannot be one. It fails with a {@link
     * io.uptext.platform.http.ProblemException} where that cannot be found out just now.
     */
    CompletionStage<Optional<WaitTokenHash>> shownBy(HttpServerRequest request);

    /** The token of the {@code Authorization} header. */
    static Optional<WaitTokenHash> bearer(HttpServerRequest request) {
        return BearerToken.of(request.requestHeaders().getAll(HttpHeaderNames.AUTHORIZATION))
                .flatMap(Credential::hash);
    }

    private static Optional<WaitTokenHash> hash(String token) {
        try {
            return Optional.of(WaitToken.parse(token).hash());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
