/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConcatenationTests {

    private static final int REFERENCE = 0x1234;

    @ParameterizedTest
    @CsvSource({
        "GSM,         UDH_8_BIT,       160, 1", "GSM,         UDH_8_BIT,       161, 2",
        "GSM,         UDH_8_BIT,       306, 2", "GSM,         UDH_8_BIT,       307, 3",
        "GSM,         UDH_16_BIT,      304, 2", "GSM,         UDH_16_BIT,      305, 3",
        "GSM,         SAR_TLVS,        306, 2", "GSM,         SAR_TLVS,        307, 3",
        "GSM,         MESSAGE_PAYLOAD, 307, 1", "GSM_PACKED,  UDH_8_BIT,       160, 1",
        "GSM_PACKED,  UDH_8_BIT,       306, 2", "GSM_PACKED,  UDH_8_BIT,       307, 3",
        "LATIN1,      UDH_8_BIT,       140, 1", "LATIN1,      UDH_8_BIT,       268, 2",
        "LATIN1,      UDH_8_BIT,       269, 3", "UCS2,        UDH_8_BIT,        70, 1",
        "UCS2,        UDH_8_BIT,        71, 2", "UCS2,        UDH_8_BIT,       134, 2",
        "UCS2,        UDH_8_BIT,       135, 3", "UCS2,        UDH_16_BIT,      132, 2",
        "UCS2,        UDH_16_BIT,      133, 3", "UCS2_LE_BOM, UDH_8_BIT,        69, 1",
        "UCS2_LE_BOM, UDH_8_BIT,        70, 2",
    })
    void a_text_has_as_many_parts_as_at_a_phone(
            Encoding encoding, Concatenation concatenation, int characters, int parts) {
        assertThat(message("x".repeat(characters), encoding, concatenation).pdus(REFERENCE))
                .hasSize(parts);
    }

    @Test
    void parts_say_which_they_are_in_a_header() {
        List<ReadDeliverSm> short8 = read(message("x".repeat(200), Encoding.GSM, Concatenation.UDH_8_BIT));
        assertThat(short8).allMatch(each -> each.esmClass() == 0x40);
        assertThat(Arrays.copyOf(short8.getFirst().shortMessage(), 6)).containsExactly(5, 0, 3, 0x34, 2, 1);
        assertThat(Arrays.copyOf(short8.getLast().shortMessage(), 6)).containsExactly(5, 0, 3, 0x34, 2, 2);
        assertThat(short8.getFirst().shortMessage()).hasSize(6 + 153);

        List<ReadDeliverSm> short16 = read(message("x".repeat(200), Encoding.GSM, Concatenation.UDH_16_BIT));
        assertThat(Arrays.copyOf(short16.getLast().shortMessage(), 7)).containsExactly(6, 8, 4, 0x12, 0x34, 2, 2);
        assertThat(short16.getFirst().shortMessage()).hasSize(7 + 152);
    }

    @Test
    void parts_say_which_they_are_in_tlvs() {
        List<ReadDeliverSm> parts = read(message("x".repeat(200), Encoding.GSM, Concatenation.SAR_TLVS));
        assertThat(parts).allMatch(each -> each.esmClass() == 0);
        assertThat(parts.getLast().tlv(0x020C)).containsExactly(0x12, 0x34);
        assertThat(parts.getLast().tlv(0x020E)).containsExactly(2);
        assertThat(parts.getFirst().tlv(0x020F)).containsExactly(1);
        assertThat(parts.getLast().tlv(0x020F)).containsExactly(2);
    }

    @Test
    void a_payload_holds_everything_and_the_short_message_nothing() {
        ReadDeliverSm only = read(message("x".repeat(1000), Encoding.GSM, Concatenation.MESSAGE_PAYLOAD))
                .getFirst();
        assertThat(only.shortMessage()).isEmpty();
        assertThat(new String(only.tlv(0x0424), ISO_8859_1)).isEqualTo("x".repeat(1000));
    }

    @Test
    void no_pair_of_septets_or_of_surrogates_is_torn_apart() {
        assertThat(read(message("x" + "€".repeat(100), Encoding.GSM, Concatenation.SAR_TLVS)))
                .allMatch(part -> part.shortMessage()[part.shortMessage().length - 1] != 0x1B);
        assertThat(read(message("x".repeat(66) + "\ud83d\ude00".repeat(40), Encoding.UCS2, Concatenation.SAR_TLVS)))
                .allMatch(part -> !new String(part.shortMessage(), UTF_16BE).contains("\ufffd"));
        assertThat(read(message("x" + "€".repeat(100), Encoding.OCTETS, Concatenation.SAR_TLVS)))
                .allMatch(part -> !new String(part.shortMessage(), UTF_8).contains("\ufffd"));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"GSM", "OCTETS", "UCS2"},
            value = Encoding.class)
    void all_parts_together_are_the_text(Encoding encoding) {
        long seed = Long.getLong("uptext.seed", new Random().nextLong());
        Random random = new Random(seed);
        String[] alphabet =
                encoding == Encoding.GSM ? new String[] {"a", "@", "€", "["} : new String[] {"a", "é", "\ud83d\ude00"};
        for (int round = 0; round < 50; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(1, 800);
            while (text.length() < length) {
                text.append(alphabet[random.nextInt(alphabet.length)]);
            }
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            read(message(text.toString(), encoding, Concatenation.SAR_TLVS))
                    .forEach(part -> joined.writeBytes(part.shortMessage()));
            assertThat(joined.toByteArray()).as("seed %d", seed).isEqualTo(encoding.encode(text.toString()));
        }
    }

    @Test
    void packed_septets_begin_on_a_boundary_of_seven_bits_behind_a_header() {
        List<ReadDeliverSm> parts =
                read(message("hello" + "x".repeat(300), Encoding.GSM_PACKED, Concatenation.UDH_8_BIT));
        byte[] first = parts.getFirst().shortMessage();
        assertThat(first).hasSize(140);
        StringBuilder letters = new StringBuilder();
        for (int bit = 49; bit < 49 + 5 * 7; bit += 7) { // 48 bits of header, one to fill up
            int two = (first[bit / 8] & 0xFF) | (first[bit / 8 + 1] & 0xFF) << 8;
            letters.append((char) (two >> bit % 8 & 0x7F));
        }
        assertThat(letters).hasToString("hello");
    }

    @Test
    void parts_come_in_the_order_that_is_wanted() {
        MobileMessage message = message("x".repeat(600), Encoding.GSM, Concatenation.SAR_TLVS);
        assertThat(numbers(message.withOrder(PartOrder.IN_ORDER))).containsExactly(1, 2, 3, 4);
        assertThat(numbers(message.withOrder(PartOrder.REVERSED))).containsExactly(4, 3, 2, 1);
        assertThat(numbers(message.withOrder(PartOrder.DUPLICATED))).containsExactly(1, 1, 2, 2, 3, 3, 4, 4);
        assertThat(numbers(message.withOrder(PartOrder.SHUFFLED)))
                .containsExactlyInAnyOrder(1, 2, 3, 4)
                .isNotEqualTo(List.of(1, 2, 3, 4))
                .isEqualTo(numbers(message.withOrder(PartOrder.SHUFFLED)));
    }

    @Test
    void more_than_255_parts_are_too_many() {
        assertThat(message("x".repeat(153 * 255), Encoding.GSM, Concatenation.UDH_8_BIT)
                        .pdus(1))
                .hasSize(255);
        MobileMessage longer = message("x".repeat(153 * 255 + 1), Encoding.GSM, Concatenation.UDH_8_BIT);
        assertThatThrownBy(() -> longer.pdus(1)).hasMessage("a text has at most 255 parts");
    }

    private static MobileMessage message(String text, Encoding encoding, Concatenation concatenation) {
        return MobileMessage.of("+46701234567", "50500", text)
                .withEncoding(encoding)
                .withConcatenation(concatenation);
    }

    private static List<ReadDeliverSm> read(MobileMessage message) {
        return message.pdus(REFERENCE).stream().map(ReadDeliverSm::of).toList();
    }

    private static List<Integer> numbers(MobileMessage message) {
        return read(message).stream().map(part -> (int) part.tlv(0x020F)[0]).toList();
    }
}
