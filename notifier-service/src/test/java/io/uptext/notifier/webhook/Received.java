/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it has come over the wire, read by hand so that no library smooths it.
 *
 * @param raw its body, a character for each byte
 */
record Received(String line, Map<String, List<String>> fields, String raw) {

    static Received read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.write(next);
        }
        List<String> lines = head.toString(ISO_8859_1).lines().toList();
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines.subList(1, lines.size() - 1)) {
            String[] parts = line.split(":", 2);
            fields.merge(parts[0], List.of(parts[1].strip()), (one, _) -> {
                throw new IllegalStateException("twice: " + one);
            });
        }
        int length = Integer.parseInt(
                fields.getOrDefault("content-length", List.of("0")).getFirst());
        return new Received(lines.getFirst(), fields, new String(in.readNBytes(length), ISO_8859_1));
    }

    /** The header of this name; empty where there is none. */
    String field(String name) {
        return fields.getOrDefault(name, List.of("")).getFirst();
    }

    byte[] body() {
        return raw.getBytes(ISO_8859_1);
    }

    String text() {
        return new String(body(), UTF_8);
    }

    /** For the reference library. */
    HttpHeaders headers() {
        return HttpHeaders.of(fields, (_, _) -> true);
    }
}
