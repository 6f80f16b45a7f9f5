/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.LinkedHashMap;
import java.util.Map;

/** What comes before a stream. */
final class Heads {

    private Heads() {}

    /** The headers that say what it is: nothing on the way may keep it back, or keep it. */
    static Map<String, String> headers(Cors cors) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/event-stream");
        headers.put("Cache-Control", "no-store");
        headers.put("X-Accel-Buffering", "no");
        headers.putAll(cors.headers());
        return headers;
    }

    /** The whole head as bytes. The connection ends with the stream, for after minutes of it there is nothing to save. */
    static byte[] bytes(Cors cors, boolean isChunked) {
        StringBuilder head = new StringBuilder(isChunked ? "HTTP/1.1 200 OK\r\n" : "HTTP/1.0 200 OK\r\n");
        headers(cors).forEach((name, value) -> line(head, name, value));
        line(head, "Connection", "close");
        if (isChunked) {
            line(head, "Transfer-Encoding", "chunked");
        }
        return head.append("\r\n").toString().getBytes(US_ASCII);
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
