/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.platform.http.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The header by which a relying party names a request, so that it can repeat it (draft-ietf-httpapi-idempotency-key-header). */
final class IdempotencyKey {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[!-~]{1,128}");

    private IdempotencyKey() {}

    /** The name of a request; empty where it has none. */
    static Optional<String> of(ServerRequest request) {
        List<String> names = request.headers().header(HEADER);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        if (names.size() > 1 || !FORM.matcher(names.getFirst()).matches()) {
            throw Problem.MALFORMED.because(HEADER + " must be one header of 1 to 128 visible characters.");
        }
        return Optional.of(names.getFirst());
    }
}
