/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.Uuid;

/**
 * How far a listener has come in its relying party's topic.
 *
 * <p>As text it has a check over itself and the party's name. That is no secret and need not be one: whoever makes up a cursor
 * that passes reads its own topic from somewhere else, as it may. But a cursor that was cut off, changed on its way or given
 * to another party is noticed, and never taken for a place in another log.
 *
 * @param topic Kafka's id of the topic; one that is made anew has another
 * @param next the offset of what comes next, of each partition in their order
 */
record Cursor(Uuid topic, List<Long> next) {

    private static final String PREFIX = "cur_";

    /** What fits into a header, with room for others. */
    private static final int LONGEST = 6000;

    private static final Pattern FORM = Pattern.compile("cur_[A-Za-z0-9_-]{24," + LONGEST + "}");
    private static final byte VERSION = 1;
    private static final int CHECK_BYTES = 8;
    private static final int START_BYTES = 1 + 2 * Long.BYTES;
    private static final int BITS = 7;
    private static final int LOW = (1 << BITS) - 1;

    Cursor {
        next = List.copyOf(next);
        if (next.stream().anyMatch(offset -> offset < 0)) {
            throw new IllegalArgumentException("an offset is never negative");
        }
    }

    /** As the listeners of a party have it. */
    String text(RelyingPartyId party) {
        ByteBuffer bytes = ByteBuffer.allocate(START_BYTES + next.size() * (Long.BYTES + 2) + CHECK_BYTES);
        bytes.put(VERSION).putLong(topic.getMostSignificantBits()).putLong(topic.getLeastSignificantBits());
        next.forEach(offset -> put(bytes, offset));
        bytes.put(check(Arrays.copyOf(bytes.array(), bytes.position()), party));
        return PREFIX
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    /** Reads what {@link #text} wrote for the same party; empty for everything else. */
    static Optional<Cursor> parse(String text, RelyingPartyId party) {
        if (text.length() > PREFIX.length() + LONGEST || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
            ByteBuffer bytes = ByteBuffer.wrap(all, 0, all.length - CHECK_BYTES);
            byte version = bytes.get();
            Uuid topic = new Uuid(bytes.getLong(), bytes.getLong());
            List<Long> next = new ArrayList<>();
            while (bytes.hasRemaining()) {
                next.add(number(bytes));
            }
            Cursor cursor = new Cursor(topic, next);
            // Compared as a whole, for a number or a last letter can be spelled in several ways.
            return Optional.of(cursor)
                    .filter(same -> version == VERSION && same.text(party).equals(text));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static void put(ByteBuffer bytes, long offset) {
        long left = offset;
        while (left > LOW) {
            bytes.put((byte) ((left & LOW) | ~LOW));
            left >>>= BITS;
        }
        bytes.put((byte) left);
    }

    private static long number(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            byte next = bytes.get();
            number |= (long) (next & LOW) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("no offset is so large");
    }

    private static byte[] check(byte[] cursor, RelyingPartyId party) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            // No name of a party has a bar.
            digest.update(("cursor|" + party.value() + "|").getBytes(UTF_8));
            return Arrays.copyOf(digest.digest(cursor), CHECK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
