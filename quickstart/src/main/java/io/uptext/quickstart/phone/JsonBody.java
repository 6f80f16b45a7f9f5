/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.phone;

import io.uptext.platform.http.Problem;
import io.uptext.platform.http.RequestBodies;
import io.uptext.platform.json.Json;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the phone is told. */
final class JsonBody {

    /** Of a number of E.164 with room for separators, or of a sender's name, which has eleven characters at most. */
    static final int LONGEST_NUMBER = 24;

    /** Of a connector's name. */
    static final int LONGEST_NAME = 40;

    /** Ten parts of a long text, which is what most operators take. */
    static final int LONGEST_TEXT = 1600;

    private final JsonNode fields;

    private JsonBody(JsonNode fields) {
        this.fields = fields;
    }

    /** Only of a request that calls it JSON: a page from elsewhere may not send that, while it may send much else. */
    static Mono<JsonBody> of(ServerRequest request) {
        if (request.headers().firstHeader(HttpHeaders.CONTENT_TYPE) == null) {
            return Mono.error(Problem.UNSUPPORTED_MEDIA_TYPE.because("A body is application/json, and says so."));
        }
        return RequestBodies.json(request).map(JsonBody::read);
    }

    private static JsonBody read(byte[] body) {
        try {
            return new JsonBody(Json.MAPPER.readTree(body));
        } catch (JacksonException e) {
            throw Problem.MALFORMED.because("The body is no JSON.");
        }
    }

    /** A field that has to be there. */
    String field(String name, int longest) {
        String value = fields.path(name).asString("");
        if (value.isBlank() || value.length() > longest) {
            throw Problem.INVALID_REQUEST.because(name + " has 1 to " + longest + " characters.");
        }
        return value;
    }
}
