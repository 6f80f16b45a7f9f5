/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * What a failed request is answered.
 *
 * @param headers by name
 * @param body a problem (RFC 9457)
 */
public record ProblemAnswer(HttpStatus status, Map<String, String> headers, String body) {

    public ProblemAnswer {
        headers = Map.copyOf(headers);
    }
}
