/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.platform.http.RequestBodies;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** The form by which a site sends a browser here: one field, {@code waitToken}. */
final class EntryForm {

    private static final String TOKEN = "waitToken=";

    private EntryForm() {}

    /** Its token; none where it is no such form. A token has no character that a form would escape. */
    static Mono<Optional<WaitToken>> token(ServerRequest request) {
        if (!isForm(request.headers().header(HttpHeaders.CONTENT_TYPE))) {
            return Mono.just(Optional.empty());
        }
        return RequestBodies.bytes(request).map(body -> {
            List<String> tokens = Stream.of(new String(body, ISO_8859_1).split("&"))
                    .filter(field -> field.startsWith(TOKEN))
                    .map(field -> field.substring(TOKEN.length()))
                    .toList();
            return tokens.size() == 1 ? PageCookie.token(tokens.getFirst()) : Optional.empty();
        });
    }

    private static boolean isForm(List<String> types) {
        return types.size() == 1
                && types.getFirst()
                        .split(";", 2)[0]
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }
}
