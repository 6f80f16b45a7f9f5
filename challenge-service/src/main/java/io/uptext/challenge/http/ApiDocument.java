/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** What this API is in OpenAPI's words: docs/api/openapi.json, which a test makes from the code and holds to it. */
public final class ApiDocument {

    private final byte[] document;

    /** Reads it, once. */
    public ApiDocument() {
        try {
            document = new ClassPathResource("openapi.json", ApiDocument.class).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.json is missing in this build", e);
        }
    }

    /** Its address. */
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET(
                        "/openapi.json",
                        _ -> ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .header("Cache-Control", "public, max-age=60")
                                .bodyValue(document))
                .build();
    }
}
