/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.net.http.HttpResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Answers that are no success. */
final class Problems {

    private static final String CONTENT_TYPE = "application/problem+json";

    private Problems() {}

    static UptextException of(HttpResponse<byte[]> answer, Instant now) {
        int status = answer.statusCode();
        if (status < 400) {
            return new UnexpectedAnswerException(
                    status, "answered with " + status + ", which is no success and not followed");
        }
        Fields problem = fields(answer);
        return new ProblemException(
                status,
                text(problem, "type", "about:blank"),
                text(problem, "title", ""),
                text(problem, "detail", ""),
                RetryAfter.of(answer.headers(), now));
    }

    /** A proxy's error page has none; its status says enough. */
    private static @Nullable Fields fields(HttpResponse<byte[]> answer) {
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith(CONTENT_TYPE)) {
            return null;
        }
        try {
            return Fields.parse(answer.body());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String text(@Nullable Fields problem, String name, String otherwise) {
        String text = problem == null ? null : problem.textOrNull(name);
        return text == null ? otherwise : text;
    }
}
