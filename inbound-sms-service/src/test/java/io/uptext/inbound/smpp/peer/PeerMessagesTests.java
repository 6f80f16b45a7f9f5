/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.ChallengeCode;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The messages are what their names say. */
class PeerMessagesTests {

    private static final ChallengeCode CODE = ChallengeCode.ofNormal(PeerMessages.CODE);

    @Test
    void everyWholeTextHoldsTheCode() {
        assertThat(PeerMessages.texts(PeerMessages.CODE))
                .allSatisfy(text -> assertThat(ChallengeCode.parse(text(text))).hasValue(CODE));
    }

    @Test
    void partsHoldItTogether() {
        List<PeerText> parts = PeerMessages.parts(PeerMessages.CODE);
        for (int at = 0; at < parts.size(); at += 2) {
            assertThat(ChallengeCode.parse(text(parts.get(at)) + text(parts.get(at + 1))))
                    .hasValue(CODE);
        }
    }

    @Test
    void whatMustNeverMatchHoldsTheCodeAllTheSame() {
        String code = HexFormat.of().formatHex(PeerMessages.CODE.getBytes(US_ASCII));
        assertThat(PeerMessages.all())
                .filteredOn(text -> text.text() == null)
                .hasSizeGreaterThan(10)
                .allSatisfy(text -> assertThat(
                                HexFormat.of().formatHex(text.message().shortMessage()))
                        .contains(code));
    }

    @Test
    void namesAreDifferentAndTextsAreNotPrinted() {
        assertThat(PeerMessages.all()).extracting(text -> text.message().name()).doesNotHaveDuplicates();
        assertThat(PeerMessages.all())
                .allSatisfy(text -> assertThat(text.message().toString()).doesNotContain(PeerMessages.CODE));
    }

    private static String text(PeerText text) {
        String found = text.text();
        if (found == null) {
            throw new AssertionError(text.message().name());
        }
        return found;
    }
}
