/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmscAddressTests {

    @ParameterizedTest
    @CsvSource({
        "smsc1.operator.example:2775, smsc1.operator.example, 2775",
        "127.0.0.1:1, 127.0.0.1, 1",
        "localhost:65535, localhost, 65535",
        "smsc_1-a:2775, smsc_1-a, 2775",
        "[::1]:2775, ::1, 2775",
        "[2001:db8::192.0.2.1]:3550, 2001:db8::192.0.2.1, 3550",
    })
    void anAddressIsAHostAndAPortAndIsPrintedAsItIsWritten(String written, String host, int port) {
        SmscAddress address = SmscAddress.parse(written);

        assertThat(address).isEqualTo(new SmscAddress(host, port)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "smsc",
                "smsc:",
                ":2775",
                "smsc:0",
                "smsc:65536",
                "smsc:99999",
                "smsc:277577",
                "smsc:-1",
                "smsc:2775 ",
                " smsc:2775",
                "sm sc:2775",
                "::1:2775",
                "[::1]",
                "[::1]2775",
                "[smsc]:2775",
                "smpp://smsc:2775",
                "smsc:2775/",
                "user@smsc:2775",
                "smsc:2775\n",
                "smsc:\u0662\u0667\u0667\u0665",
            })
    void anythingElseIsToldWithoutBeingQuoted(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmscAddress.parse(written))
                .withMessage("smpp.smscs are host:port each, smsc1.operator.example:2775 for example");
    }
}
