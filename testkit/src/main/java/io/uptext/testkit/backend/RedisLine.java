/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Says one thing to a Redis, as somebody at a terminal does. */
final class RedisLine {

    private static final int ANSWER_LIMIT_MILLIS = 10_000;

    private RedisLine() {}

    /** The answer; the parts of a longer one are lines. */
    static String say(int port, String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(ANSWER_LIMIT_MILLIS);
            socket.getOutputStream().write((command + "\r\n").getBytes(UTF_8));
            return answer(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException("Redis did not take " + command, e);
        }
    }

    private static String answer(InputStream in) throws IOException {
        String line = line(in);
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+', ':' -> rest;
            case '$' -> rest.equals("-1") ? "" : bulk(in, Integer.parseInt(rest));
            case '*' -> array(in, Integer.parseInt(rest));
            default -> throw new IllegalStateException("Redis refused: " + rest);
        };
    }

    private static String bulk(InputStream in, int length) throws IOException {
        String bulk = new String(in.readNBytes(length), UTF_8);
        in.skipNBytes(2);
        return bulk;
    }

    private static String array(InputStream in, int size) throws IOException {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            parts.add(answer(in));
        }
        return String.join("\n", parts);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\r'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection has ended");
            }
            line.append((char) next);
        }
        in.skipNBytes(1);
        return line.toString();
    }
}
