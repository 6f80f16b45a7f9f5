/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Fields one after the other in a string. Absent ones are empty. */
final class Fields {

    /** The unit separator of ASCII, which no field of ours can hold. */
    private static final char SEPARATOR = '\u001f';

    private final String text;
    private int next;

    /** Reads the fields of a string from a position on. */
    Fields(String text, int start) {
        this.text = text;
        this.next = start;
    }

    boolean hasMore() {
        return next < text.length();
    }

    String text() {
        if (!hasMore()) {
            throw new IllegalArgumentException("a field is missing");
        }
        int end = text.indexOf(SEPARATOR, next);
        if (end < 0) {
            throw new IllegalArgumentException("a field does not end");
        }
        String field = text.substring(next, end);
        next = end + 1;
        return field;
    }

    @Nullable
    String optional() {
        String field = text();
        return field.isEmpty() ? null : field;
    }

    Instant time() {
        return time(text());
    }

    @Nullable
    Instant optionalTime() {
        String field = text();
        return field.isEmpty() ? null : time(field);
    }

    private static Instant time(String field) {
        return field.indexOf('-', 1) < 0 ? Instant.ofEpochMilli(Long.parseLong(field)) : Instant.parse(field);
    }

    static void put(StringBuilder to, @Nullable String field) {
        if (field != null) {
            to.append(field);
        }
        to.append(SEPARATOR);
    }

    /** Milliseconds where they say it all, which is nearly always. */
    static void put(StringBuilder to, Instant time) {
        long millis = time.toEpochMilli();
        if (time.equals(Instant.ofEpochMilli(millis))) {
            to.append(millis);
        } else {
            to.append(time);
        }
        to.append(SEPARATOR);
    }

    /** Without what could be taken for the end of a field. */
    static @Nullable String harmless(@Nullable String field) {
        return field == null ? null : field.replace(SEPARATOR, ' ');
    }
}
