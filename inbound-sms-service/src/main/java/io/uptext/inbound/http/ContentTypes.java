/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.platform.http.Problem;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Holds requests to their provider's content type. */
final class ContentTypes {

    private ContentTypes() {}

    /** Ends the request with a problem unless it has the wanted type, in UTF-8 if it names a charset. */
    static void require(ServerRequest request, String wanted) {
        MediaType type = MediaType.parseMediaType(wanted);
        boolean matches = of(request)
                .filter(given -> given.equalsTypeAndSubtype(type))
                .filter(given -> given.getCharset() == null || UTF_8.equals(given.getCharset()))
                .isPresent();
        if (!matches) {
            throw Problem.UNSUPPORTED_MEDIA_TYPE.because("This connector takes " + wanted + " in UTF-8.");
        }
    }

    private static Optional<MediaType> of(ServerRequest request) {
        List<String> values = request.headers().header(HttpHeaders.CONTENT_TYPE);
        try {
            return values.size() == 1 ? Optional.of(MediaType.parseMediaType(values.getFirst())) : Optional.empty();
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }
}
