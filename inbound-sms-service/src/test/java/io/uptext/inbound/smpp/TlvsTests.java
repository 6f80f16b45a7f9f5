/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Optional parameters (SMPP 3.4, 3.2.4.1): a tag, a length, and so many octets. */
class TlvsTests {

    @Test
    void lengthsFromNothingToTheLongestAreRead() throws Exception {
        for (int length : new int[] {0, 1, 255, 256, 32_768, 65_535}) {
            byte[] value = new byte[length];
            Arrays.fill(value, (byte) length);
            ShortMessage message =
                    new MessagePdu().tlv(0x1400, value).tlv(0xffff, "01").read();
            assertThat(message.tlvs().get(0x1400)).hasValue(value);
            assertThat(message.tlvs().get(0xffff)).hasValue(new byte[] {1});
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14000001", "1400ffff", "1400ffff00", "1401000115" + "1400000215", "04248000"})
    void whatReachesPastTheEndIsBrokenAndWhatStandsBeforeItIsRead(String octets) throws Exception {
        Tlvs tlvs = read(octets);

        assertThat(tlvs.areBroken()).isTrue();
        assertThat(tlvs.has(0x1400)).isFalse();
        assertThat(tlvs.has(0x1401)).isEqualTo(octets.startsWith("1401"));
    }

    /** Some SMSCs fill up what they send, and fewer than four octets are no parameter. */
    @ParameterizedTest
    @ValueSource(strings = {"14", "1400", "140000", "0000000100" + "1400", "0000000100" + "00"})
    void whatIsTooShortToBeOneIsNone(String octets) throws Exception {
        Tlvs tlvs = read(octets);

        assertThat(tlvs.areBroken()).isFalse();
        assertThat(tlvs.has(0x1400)).isFalse();
        assertThat(tlvs.has(0)).isEqualTo(octets.length() > 6);
    }

    @Test
    void ofATagThatStandsTwiceTheLastCounts() throws Exception {
        Tlvs tlvs = read("1400000101" + "1400000202ff");

        assertThat(tlvs.get(0x1400)).hasValue(new byte[] {2, (byte) 0xff});
    }

    @Test
    void whatIsNotThereIsAbsentAndWhatIsEmptyIsNot() throws Exception {
        assertThat(read("").has(0x1400)).isFalse();
        assertThat(read("").get(0x1400)).isEmpty();
        assertThat(read("14000000").has(0x1400)).isTrue();
        assertThat(read("14000000").get(0x1400)).hasValue(new byte[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "020f000100, 1, 0",
        "020f0001ff, 1, 255",
        "020f00020000, 2, 0",
        "020f0002ffff, 2, 65535",
        "020f00020102, 2, 258",
        "'', 1, ",
        "020e000101, 1, ",
    })
    void aNumberHasNoSign(String octets, int length, @Nullable Integer number) throws Exception {
        assertThat(read(octets).number(0x020f, length))
                .isEqualTo(number == null ? OptionalInt.empty() : OptionalInt.of(number));
    }

    @ParameterizedTest
    @CsvSource({"020f0000, 1", "020f00020001, 1", "020f000101, 2", "020f0003010203, 2", "020f0000, 2"})
    void aNumberOfAnotherLengthIsBroken(String octets, int length) throws Exception {
        Tlvs tlvs = read(octets);

        assertThatThrownBy(() -> tlvs.number(0x020f, length))
                .isInstanceOfSatisfying(
                        MalformedPduException.class, e -> assertThat(e.status()).isEqualTo(CommandStatus.RINVPARLEN));
    }

    private static Tlvs read(String octets) throws MalformedPduException {
        return Tlvs.read(new Octets(HexFormat.of().parseHex(octets), 0));
    }
}
