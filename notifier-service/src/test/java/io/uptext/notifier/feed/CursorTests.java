/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    private static final RelyingPartyId ACME = new RelyingPartyId("acme");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final long seed = Long.getLong("uptext.seed", new Random().nextLong());
    private final Random random = new Random(seed);

    private Cursor cursor() {
        List<Long> next = new ArrayList<>();
        for (int i = random.nextInt(20); i >= 0; i--) {
            next.add(random.nextLong(1L << random.nextInt(1, 63)));
        }
        return new Cursor(new Uuid(random.nextLong(), random.nextLong()), next);
    }

    @Test
    void a_cursor_comes_back_as_it_was_to_whom_it_was_given() {
        for (int i = 0; i < 1000; i++) {
            Cursor cursor = cursor();
            assertThat(Cursor.parse(cursor.text(ACME), ACME))
                    .as("seed %d", seed)
                    .contains(cursor);
        }
        Cursor largest = new Cursor(Uuid.randomUuid(), List.of(0L, Long.MAX_VALUE, 127L, 128L));
        assertThat(Cursor.parse(largest.text(ACME), ACME)).contains(largest);
    }

    @Test
    void it_is_worth_nothing_to_anybody_else() {
        for (int i = 0; i < 100; i++) {
            String text = cursor().text(ACME);
            for (String other : List.of("acme2", "acm", "bank", "a")) {
                assertThat(Cursor.parse(text, new RelyingPartyId(other)))
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
    }

    @Test
    void with_any_character_changed_left_out_or_added_it_is_none() {
        for (int i = 0; i < 20; i++) {
            String text = cursor().text(ACME);
            for (int at = 0; at < text.length(); at++) {
                for (int letter = 0; letter < ALPHABET.length(); letter++) {
                    char other = ALPHABET.charAt(letter);
                    if (other != text.charAt(at)) {
                        assertNone(text.substring(0, at) + other + text.substring(at + 1));
                    }
                    assertNone(text.substring(0, at) + other + text.substring(at));
                }
                assertNone(text.substring(0, at) + text.substring(at + 1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cur_",
                "cur_AAAA",
                "latest",
                "0",
                "-1",
                "cur_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "cur_================================",
                "cur_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\nevent: x",
                "../../etc/passwd",
                "cur_\u0000"
            })
    void what_never_was_a_cursor_is_none(String text) {
        assertNone(text);
    }

    @Test
    void a_megabyte_is_none() {
        assertNone("cur_" + "A".repeat(1024 * 1024));
        assertNone("x".repeat(1024 * 1024));
    }

    private void assertNone(String text) {
        assertThat(Cursor.parse(text, ACME)).as("seed %d", seed).isEmpty();
    }
}
