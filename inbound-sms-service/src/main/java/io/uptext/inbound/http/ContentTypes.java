/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.RawRequest;
import io.uptext.platform.http.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Holds requests that have a body to their provider's content types. */
final class ContentTypes {

    private ContentTypes() {}

    /** Ends the request with a problem unless it has a wanted type, in a charset that its door reads if it names one. */
    static void require(RawRequest request, Connector connector) {
        if (!request.method().equals("POST")) {
            return;
        }
        Set<String> wanted = connector.door().mediaTypes(connector);
        Optional<String> type = request.header("Content-Type");
        // Most often it stands there as it is wanted, and there is nothing to read.
        boolean matches = type.filter(wanted::contains).isPresent()
                || type.flatMap(ContentTypes::parse)
                        .filter(given ->
                                wanted.stream().map(MediaType::parseMediaType).anyMatch(given::equalsTypeAndSubtype))
                        .filter(given ->
                                given.getCharset() == null || connector.door().reads(given.getCharset()))
                        .isPresent();
        if (!matches) {
            throw Problem.UNSUPPORTED_MEDIA_TYPE.because(
                    "This connector takes " + String.join(" or ", new TreeSet<>(wanted)) + " in UTF-8.");
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
