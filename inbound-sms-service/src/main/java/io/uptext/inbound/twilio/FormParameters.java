/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.twilio;

import io.uptext.inbound.door.StrictUtf8;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parameters of an {@code application/x-www-form-urlencoded} body, values untrimmed: Twilio signs the spaces too.
 *
 * @param values the sorted set of the values of each name, sorted by name
 */
record FormParameters(SortedMap<String, SortedSet<String>> values) {

    private static final int ESCAPE_LENGTH = 3;

    /** Reads a body, or nothing where an escape is broken or a name or value is not UTF-8. */
    static Optional<FormParameters> parse(byte[] body) {
        SortedMap<String, SortedSet<String>> values = new TreeMap<>();
        for (int start = 0; start < body.length; ) {
            int end = indexOf(body, '&', start, body.length);
            if (end > start) {
                int equals = indexOf(body, '=', start, end);
                Optional<String> name = decode(body, start, equals);
                Optional<String> value = decode(body, Math.min(equals + 1, end), end);
                if (name.isEmpty() || value.isEmpty()) {
                    return Optional.empty();
                }
                values.computeIfAbsent(name.get(), _ -> new TreeSet<>()).add(value.get());
            }
            start = end + 1;
        }
        return Optional.of(new FormParameters(values));
    }

    /** The value of a parameter; empty where it is missing, or stands there twice with different values. */
    Optional<String> only(String name) {
        SequencedCollection<String> all = values.getOrDefault(name, new TreeSet<>());
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** Names and values as Twilio appends them to the URL that it signs. */
    String toSign() {
        StringBuilder signed = new StringBuilder();
        values.forEach((name, all) -> all.forEach(value -> signed.append(name).append(value)));
        return signed.toString();
    }

    private static int indexOf(byte[] bytes, char wanted, int start, int end) {
        int at = start;
        while (at < end && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    private static Optional<String> decode(byte[] bytes, int start, int end) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(end - start);
        for (int at = start; at < end; at++) {
            byte next = bytes[at];
            if (next == '+') {
                decoded.write(' ');
            } else if (next == '%') {
                if (end - at < ESCAPE_LENGTH || !isHexadecimal(bytes[at + 1]) || !isHexadecimal(bytes[at + 2])) {
                    return Optional.empty();
                }
                decoded.write(Character.digit(bytes[at + 1], 16) << 4 | Character.digit(bytes[at + 2], 16));
                at += ESCAPE_LENGTH - 1;
            } else {
                decoded.write(next);
            }
        }
        return StrictUtf8.decode(decoded.toByteArray());
    }

    private static boolean isHexadecimal(byte character) {
        return Character.digit(character, 16) >= 0;
    }

    @Override
    public String toString() {
        return "FormParameters[***]";
    }
}
