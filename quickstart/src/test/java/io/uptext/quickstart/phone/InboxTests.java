/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InboxTests {

    private static final Clock STANDING = Clock.fixed(Instant.ofEpochMilli(1000), ZoneOffset.UTC);

    private final Inbox inbox = new Inbox(STANDING);

    @Test
    void ids_grow_though_the_clock_stands_still() {
        assertThat(inbox.receive("Shop", "One").id()).isEqualTo(1000);
        assertThat(inbox.receive("Shop", "Two").id()).isEqualTo(1001);
        assertThat(idsAfter(1000, 1)).containsExactly(1001L);
    }

    @Test
    void texts_that_come_at_the_same_time_all_come() {
        IntStream.range(0, Inbox.KEPT).parallel().forEach(i -> inbox.receive("Shop", "text " + i));
        assertThat(idsAfter(0, Inbox.KEPT)).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void a_text_prints_neither_its_sender_nor_its_words() {
        assertThat(inbox.receive("CANARY", "CANARY")).hasToString("text 1000");
    }

    private List<Long> idsAfter(long id, int count) {
        return inbox.after(id).take(count).toStream().map(Received::id).toList();
    }
}
