/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.platform.phone.PhoneNumbers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers as providers spell them. An input is a spelling, or a country and a spelling on two lines. */
class NumberFuzzTests {

    @FuzzTest
    void aSenderHasOneSpellingThatStaysWhatItIs(byte[] input) {
        String spelled = spelled(input);
        @Nullable String region = region(input);
        Optional<Msisdn> sender = PhoneNumbers.parseSender(spelled, region);
        sender.ifPresent(number -> {
            assertThat(number.e164()).matches("\\+[1-9][0-9]{6,14}");
            assertThat(PhoneNumbers.parseSender(number.e164(), null)).isEqualTo(sender);
            assertThat(PhoneNumbers.parseSender(number.e164(), region)).isEqualTo(sender);
            assertThat(PhoneNumbers.parse(number.e164())).isEqualTo(sender);
        });
        assertThat(PhoneNumbers.parseSender("  " + spelled + "\n", region)).isEqualTo(sender);
    }

    @FuzzTest
    void aDestinationHasOneSpellingThatStaysWhatItIs(byte[] input) {
        String spelled = spelled(input);
        @Nullable String region = region(input);
        Optional<Destination> destination = PhoneNumbers.parseDestination(spelled, region);
        destination.ifPresent(found -> {
            assertThat(found.address()).matches("[0-9]{3,8}|\\+[1-9][0-9]{8,14}");
            assertThat(PhoneNumbers.parseDestination(found.address(), region)).isEqualTo(destination);
            assertThat(Destination.parse(found.address())).isEqualTo(found);
        });
        assertThat(PhoneNumbers.parseDestination(" " + spelled + " ", region)).isEqualTo(destination);
    }

    private static String spelled(byte[] input) {
        String[] lines = new String(input, UTF_8).split("\n", 2);
        return lines[lines.length - 1];
    }

    private static @Nullable String region(byte[] input) {
        String first = new String(input, UTF_8).split("\n", 2)[0];
        return PhoneNumbers.isRegion(first) ? first : null;
    }
}
