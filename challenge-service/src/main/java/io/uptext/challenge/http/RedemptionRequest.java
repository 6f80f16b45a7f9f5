/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.platform.http.Problem;
import io.uptext.platform.json.Json;
import io.uptext.platform.json.StrictUtf8;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.annotation.JsonDeserialize;

/** The body of {@code POST /v1/challenges/{id}/redemption}; docs/api/challenges.md has its form. */
record RedemptionRequest(
        @Nullable String codeVerifier,

        @JsonDeserialize(using = TrueOrFalse.class) @Nullable
        Boolean disavow) {

    static RedemptionRequest parse(byte[] body) {
        if (body.length == 0) {
            return new RedemptionRequest(null, null);
        }
        String json = StrictUtf8.decode(body).orElseThrow(Misread::notJson);
        try {
            @Nullable RedemptionRequest request = Json.MAPPER.readValue(json, RedemptionRequest.class);
            if (request == null) {
                throw Problem.MALFORMED.because("The body must be a JSON object.");
            }
            return request;
        } catch (JacksonException e) {
            throw Misread.problem(e, RedemptionRequest.class);
        }
    }

    /** Whether the challenge is to be given up instead. */
    boolean disavows() {
        return Boolean.TRUE.equals(disavow);
    }

    /** Without the verifier. */
    @Override
    public String toString() {
        return "RedemptionRequest[***]";
    }
}
