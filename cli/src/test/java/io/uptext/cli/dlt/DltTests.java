/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.dlt;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.topic.DeadLetterHeader;
import io.uptext.contracts.topic.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Letters on a real broker. */
class DltTests {

    private final LetterBox box;

    DltTests() throws InterruptedException, ExecutionException {
        box = new LetterBox();
    }

    @AfterEach
    void close() {
        box.close();
    }

    @Test
    void list_counts_by_partition_and_reason() throws Exception {
        box.put(0, 1, 7, "no ce_type");
        box.put(1, 1, 8, "no value");
        box.put(1, 0, 9, "no \u001bvalue");
        box.put(1, 0, 10, "no value");

        DltRun run = DltRun.of("list", "--topic", box.topic);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                %s
                  partition 0            1  oldest 2026-11-24T08:00:21.417Z  newest 2026-11-24T08:00:21.417Z
                  partition 1            3  oldest 2026-11-24T08:00:21.417Z  newest 2026-11-24T08:00:21.417Z
                  4 letters, 0 sent back
                            2  no value
                            1  no \\u001bvalue
                            1  no ce_type
                """.formatted(box.topic));
        assertThat(run.code()).isZero();
    }

    @Test
    void list_takes_all_topics_of_the_catalogue() {
        DltRun run = DltRun.of("list");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(Arrays.stream(Topic.values())
                        .map(Topic::deadLetterTopicName)
                        .toList())
                .contains("no letters");
    }

    @Test
    void show_prints_everything_but_what_may_be_personal_and_nothing_that_moves_a_cursor() throws Exception {
        box.put(1, 0, 811, "the value has no messageId");

        DltRun run = DltRun.of("show", "--topic", box.origin);

        assertThat(run.out()).isEqualTo("""
                %s partition 1 offset 0
                  reason    the value has no messageId
                  from      %s partition 0 offset 811, of 2026-11-24T08:00:20.000Z
                  put here  2026-11-24T08:00:21.417Z by verifier-service
                  type      some.type.v1
                  key       7 bytes
                  value     25 bytes
                  header    ce_type = some.type.v1
                  header    evil\\u001b[2J = red \\u001b[31m\\u202e and \\\\ \\u000a

                """.formatted(box.topic, box.origin));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void show_prints_keys_and_values_if_told_so_and_warns() throws Exception {
        box.put(0, 0, 1, "text");
        box.put(0, new byte[] {0x1b, (byte) 0xff, 'A', '\\'}, Map.of(DeadLetterHeader.ORIGIN, "acme"));

        DltRun run = DltRun.of("show", "--topic", box.topic, "--value");

        assertThat(run.out())
                .contains("the key   the-key", "the value {\"sender\":\"" + LetterBox.PHONE + "\"}")
                .contains("from      connector acme, never a record", "the value \\x1b\\xffA\\x5c");
        assertThat(run.err()).startsWith("Keys and values follow. They may hold phone numbers, codes and texts");
    }

    @Test
    void letters_are_chosen_by_place_reason_and_number() throws Exception {
        box.put(0, 0, 1, "first");
        box.put(0, 0, 2, "Second");
        box.put(1, 0, 3, "first");

        assertThat(shown("--partition", "1")).containsExactly("1:0");
        assertThat(shown("--partition", "0", "--offset", "1")).containsExactly("0:1");
        assertThat(shown("--reason", "sECOND")).containsExactly("0:1");
        assertThat(shown("--limit", "2")).containsExactly("0:0", "0:1");
        assertThat(DltRun.of("show", "--topic", box.topic, "--limit", "2").out())
                .endsWith("And 1 letter more; --limit says how many are shown.\n");
        DltRun nothing = DltRun.of("show", "--topic", box.topic, "--partition", "0", "--offset", "17");
        assertThat(nothing.out()).isEqualTo("No letter is like that.\n");
        assertThat(nothing.code()).isEqualTo(1);
    }

    @Test
    void replay_sends_the_record_back_as_it_was_and_only_once() throws Exception {
        box.put(0, 1, 7, "no ce_type");

        DltRun dry = DltRun.of("replay", "--topic", box.topic, "--dry-run");
        assertThat(dry.out()).isEqualTo("""
                %s partition 0 offset 0 would go to %s partition 1 (no ce_type)
                1 letter would be sent back.
                """.formatted(box.topic, box.origin));
        assertThat(box.originRecords()).isEmpty();

        DltRun first = DltRun.of("replay", "--topic", box.topic);
        assertThat(first.out()).isEqualTo("1 letter sent back.\n");
        assertThat(first.code()).isZero();
        ConsumerRecord<byte[], byte[]> back = box.originRecords().getFirst();
        assertThat(back.partition()).isEqualTo(1);
        assertThat(back.key()).isEqualTo(LetterBox.KEY);
        assertThat(back.value()).isEqualTo(LetterBox.VALUE);
        assertThat(back.headers().toArray()).extracting(Header::key).containsExactly("ce_type", "evil\u001b[2J");

        DltRun second = DltRun.of("replay", "--topic", box.topic);
        assertThat(second.out()).isEqualTo("0 letters sent back. 1 was sent back before; --again sends it again.\n");
        assertThat(second.code()).isZero();
        assertThat(box.originRecords()).hasSize(1);
        assertThat(DltRun.of("list", "--topic", box.topic).out()).contains("1 letter, 1 sent back");
        assertThat(DltRun.of("show", "--topic", box.topic).out()).contains("offset 0, sent back\n");

        assertThat(DltRun.of("replay", "--topic", box.topic, "--again").out()).isEqualTo("1 letter sent back.\n");
        assertThat(box.originRecords()).hasSize(2);
        assertThat(shown()).containsExactly("0:0");
    }

    @Test
    void replay_keeps_the_order_of_many_and_ends_at_its_limit() throws Exception {
        for (int each = 0; each < 250; each++) {
            box.put(0, 1, each, "of many");
        }
        assertThat(DltRun.of("replay", "--topic", box.topic, "--limit", "230").out())
                .isEqualTo("230 letters sent back.\n");
        assertThat(DltRun.of("replay", "--topic", box.topic, "--limit", "230").out())
                .isEqualTo("20 letters sent back. 230 were sent back before; --again sends them again.\n");
        assertThat(box.originRecords()).hasSize(250);
    }

    @Test
    void replay_refuses_what_has_no_place_or_is_not_whole_and_sends_the_rest() throws Exception {
        box.put(0, LetterBox.VALUE, Map.of(DeadLetterHeader.REASON, "a PDU", DeadLetterHeader.ORIGIN, "acme"));
        box.put(
                0,
                LetterBox.VALUE,
                Map.of(
                        DeadLetterHeader.PARTITION,
                        "1",
                        DeadLetterHeader.OFFSET,
                        "12",
                        DeadLetterHeader.VALUE_SIZE,
                        "1048000"));
        box.put(0, 2, 1, "from a partition that is gone");
        box.put(0, LetterBox.VALUE, Map.of(DeadLetterHeader.PARTITION, "9223372036854775807"));
        box.put(0, 0, 1, "good");

        DltRun run = DltRun.of("replay", "--topic", box.topic);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines())
                .containsExactly(
                        box.topic + " partition 0 offset 0 cannot be sent back: it never was a record, so there is no"
                                + " place to send it back to.",
                        box.topic + " partition 0 offset 1 cannot be sent back: it is not whole, for the whole was too"
                                + " large; as long as Kafka keeps it, that is at " + box.origin
                                + " partition 1 offset 12.",
                        box.topic + " partition 0 offset 2 cannot be sent back: " + box.origin + " has no partition 2.",
                        box.topic + " partition 0 offset 3 cannot be sent back: " + box.origin
                                + " has no partition 2147483647.",
                        "1 letter sent back. 4 cannot be sent back.");
        assertThat(box.originRecords()).hasSize(1);
    }

    @Test
    void a_null_stays_a_null() throws Exception {
        box.put(0, null, Map.of(DeadLetterHeader.PARTITION, "0"));

        assertThat(DltRun.of("show", "--topic", box.topic, "--value").out()).contains("value     none");
        assertThat(DltRun.of("replay", "--topic", box.topic).code()).isZero();
        assertThat(box.originRecords())
                .singleElement()
                .satisfies(each -> assertThat(each.value()).isNull());
    }

    /** Partition and offset of each. */
    private List<String> shown(String... selection) {
        String[] arguments = IntStream.range(0, selection.length + 3)
                .mapToObj(each -> switch (each) {
                    case 0 -> "show";
                    case 1 -> "--topic";
                    case 2 -> box.topic;
                    default -> selection[each - 3];
                })
                .toArray(String[]::new);
        return DltRun.of(arguments)
                .out()
                .lines()
                .filter(line -> line.startsWith(box.topic))
                .map(line -> line.replaceFirst(".* partition ([0-9]+) offset ([0-9]+).*", "$1:$2"))
                .toList();
    }
}
