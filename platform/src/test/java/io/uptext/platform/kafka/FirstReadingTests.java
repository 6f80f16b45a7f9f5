/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class FirstReadingTests {

    private final List<Long> seen = new ArrayList<>();
    private final FirstReading reading = new FirstReading(new TopicReader.View() {

        @Override
        public String name() {
            return "numbers";
        }

        @Override
        public void apply(ConsumerRecord<byte[], byte[]> record) throws PoisonException {
            seen.add(record.partition() * 100L + record.offset());
            if (record.offset() == 1) {
                throw new PoisonException("no number");
            }
        }

        @Override
        public void becomeCurrent() {
            // Nobody asks.
        }

        @Override
        public void forgetBefore(Instant now) {
            // Nothing is forgotten.
        }
    });

    @Test
    void what_comes_again_after_an_outage_is_shown_once_and_what_is_new_is_shown() {
        read(0, 1, 2);
        read(0, 1, 2, 5);
        assertThat(seen).containsExactly(0L, 1L, 2L, 100L, 101L, 102L, 5L, 105L);
    }

    private void read(long... offsets) {
        for (int partition = 0; partition < 2; partition++) {
            for (long offset : offsets) {
                try {
                    reading.apply(new ConsumerRecord<>("numbers", partition, offset, new byte[0], new byte[0]));
                } catch (PoisonException e) {
                    assertThat(offset).isOne();
                }
            }
        }
    }
}
