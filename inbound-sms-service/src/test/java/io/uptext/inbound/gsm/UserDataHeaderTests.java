/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.gsm;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Part;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** User data headers: elements that we know, elements that we do not, and lengths that lie. */
class UserDataHeaderTests {

    @ParameterizedTest
    @CsvSource({
        "050003cc0201, 6, cc, 2, 1",
        "050003000a0a, 6, 00, 10, 10",
        "060804abcd0302, 7, abcd, 3, 2",
    })
    void aPartKnowsItsPlace(String octets, int length, String reference, int total, int number) {
        assertThat(read(octets)).hasValue(new UserDataHeader(length, new Part(reference, total, number), false));
    }

    @Test
    void elementsThatMeanNothingToUsArePassedOver() {
        assertThat(read("0b240101250103" + "0003cc0202")).hasValue(new UserDataHeader(12, new Part("cc", 2, 2), false));
        assertThat(read("00")).hasValue(new UserDataHeader(1, null, false));
        assertThat(read("027000")).hasValue(new UserDataHeader(3, null, false));
    }

    @Test
    void whatFollowsTheHeaderIsNotIts() {
        assertThat(read("050003cc0201" + "48656a")).hasValue(new UserDataHeader(6, new Part("cc", 2, 1), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0605040b8423f0", "0404020b23", "0b05040b8423f00003cc0201", "090003cc020104020b23"})
    void aPortIsSeenWhereverItStands(String octets) {
        assertThat(read(octets))
                .hasValueSatisfying(header -> assertThat(header.addressesPort()).isTrue());
    }

    /** Totals and numbers that 9.2.3.24.1 tells a receiver to ignore, one part of one, and more than we join. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "050003cc0001",
                "050003cc0200",
                "050003cc0203",
                "050003cc0101",
                "050003ccff01",
                "050003cc0b01",
                "060804abcd0001"
            })
    void aPlaceThatCannotBeIsNone(String octets) {
        assertThat(read(octets))
                .hasValueSatisfying(header -> assertThat(header.part()).isNull());
    }

    @Test
    void ofTwoPlacesTheLastCounts() {
        assertThat(read("0a0003cc02010003dd0302")).hasValue(new UserDataHeader(11, new Part("dd", 3, 2), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "05",
                "0500",
                "050003cc02",
                "ff0003cc0201",
                "060003cc0201",
                "050004cc0201",
                "040003cc02",
                "0100",
                "040002cc02",
                "050803cc0201",
                "0605030b8423",
                "0304010b",
                "020005",
                "0300ff00",
            })
    void aLengthThatLiesIsNoHeader(String octets) {
        assertThat(read(octets)).isEmpty();
    }

    @Test
    void noOctetsAtAllMakeItFail() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] octets = new byte[random.nextInt(20)];
            random.nextBytes(octets);
            if (octets.length > 0 && random.nextBoolean()) {
                octets[0] = (byte) (octets.length - 1);
            }
            Optional<UserDataHeader> header = UserDataHeader.read(octets);
            assertThat(header.map(UserDataHeader::length).orElse(1))
                    .as("seed %d, %s", seed, HexFormat.of().formatHex(octets))
                    .isBetween(1, Math.max(1, octets.length));
        }
    }

    private static Optional<UserDataHeader> read(String octets) {
        return UserDataHeader.read(HexFormat.of().parseHex(octets));
    }
}
