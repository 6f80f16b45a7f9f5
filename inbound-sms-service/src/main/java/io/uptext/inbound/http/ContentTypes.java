/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.Door;
import io.uptext.inbound.door.RawRequest;
import io.uptext.platform.http.Problem;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Holds requests that have a body to their provider's content types. */
final class ContentTypes {

    private ContentTypes() {}

    /** Ends the request with a problem unless it has a wanted type, in UTF-8 if it names a charset. */
    static void require(RawRequest request, Door door) {
        if (!request.method().equals("POST")) {
            return;
        }
        boolean matches = request.header("Content-Type")
                .flatMap(ContentTypes::parse)
                .filter(given -> door.mediaTypes().stream()
                        .map(MediaType::parseMediaType)
                        .anyMatch(given::equalsTypeAndSubtype))
                .filter(given -> given.getCharset() == null || UTF_8.equals(given.getCharset()))
                .isPresent();
        if (!matches) {
            throw Problem.UNSUPPORTED_MEDIA_TYPE.because(
                    "This connector takes " + String.join(" or ", new TreeSet<>(door.mediaTypes())) + " in UTF-8.");
        }
    }

    private static Optional<MediaType> parse(String type) {
        try {
            return Optional.of(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }
}
