/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import java.util.Map;

/**
 * What a provider is told.
 *
 * @param status an HTTP status
 * @param headers by name
 * @param body to the letter, since some providers compare it and others send it on to the subscriber
 */
public record Answer(int status, Map<String, String> headers, String body) {

    /** 200 and nothing else: every provider takes that for a yes, and not all of them take 204. */
    public static final Answer OK = new Answer(200, Map.of(), "");

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** A 200 with a body. */
    public static Answer ok(String contentType, String body) {
        return new Answer(OK.status(), Map.of("Content-Type", contentType), body);
    }
}
