/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.jasmin;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Answer;
import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Raw;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.SharedWays;
import io.uptext.simulator.provider.JasminProvider;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The door for Jasmin. */
class JasminDoorTests {

    private final JasminDoor door = new JasminDoor();

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void everyWayOfProofIsHeld(String method) {
        SharedWays.check(door, new JasminProvider(), Map.of("method", method));
    }

    /** Parameters as jookies/jasmin 0aac58e misc/doc/sources/apis/http/index.rst lists them, and two that throwers.py adds. */
    @Test
    void aFullRequestIsReadFromItsOctets() {
        String form = "priority=LEVEL_0&from=46701234567&to=50500&content=%00H%00%E5%00j&binary=004800e5006a"
                + "&coding=8&validity=2026-09-24+10%3A15%3A30&origin-connector=smpp-1&tlv_params=%7B%7D&custom_tlvs=%5B%5D"
                + "&id=0c4bd68f-dbb6-4bcb-b2d6-2c5f4c4a4a4a";
        Reading expected =
                Reading.of(new DoorMessage("0c4bd68f-dbb6-4bcb-b2d6-2c5f4c4a4a4a", "46701234567", "50500", "H\u00e5j"));

        assertThat(read(form)).isEqualTo(expected);
        assertThat(door.read(Raw.get(form), Connectors.of(door).build())).isEqualTo(expected);
    }

    @Test
    void contentNeverCounts() {
        assertThat(read("id=a&from=1&to=2&coding=0&binary=41&content=EVIL"))
                .isEqualTo(Reading.of(new DoorMessage("a", "1", "2", "A")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "binary=48656A&coding=0 | Hej",
                "binary=48656a | Hej",
                "binary=00611b65 | @a\u20ac",
                "binary=411b | \"A \"",
                "binary=48656a40&coding=1 | Hej@",
                "binary=48e56a&coding=3 | H\u00e5j",
                "binary=fffe4100&coding=8 | A",
                "binary=feff0041&coding=8 | A",
                "binary=48c3a56a | H\u00e5j",
                "binary=bfe0d8d2d5e2&coding=6 | \u041f\u0440\u0438\u0432\u0435\u0442",
                "binary=00611b65&coding=241 | @a\u20ac",
                "binary=&coding=0 | \"\"",
                "binary=&coding=8 | \"\"",
            })
    void theCodingSaysWhatTheOctetsAre(String octets, String text) {
        assertThat(read("id=a&from=1&to=2&" + octets)).isEqualTo(Reading.of(new DoorMessage("a", "1", "2", text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "4", "9", "13", "16", "200", "240", "245", "256", "999"})
    void anotherCodingIsNothing(String coding) {
        assertThat(read("id=a&from=1&to=2&binary=41&coding=" + coding)).isInstanceOf(Reading.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "from=1&to=2&binary=41",
                "id=&from=1&to=2&binary=41",
                "id=a&to=2&binary=41",
                "id=a&from=1&binary=41",
                "id=a&from=1&to=2",
                "id=a&from=1&to=2&content=A",
                "id=a&id=b&from=1&to=2&binary=41",
                "id=a&from=1&from=4&to=2&binary=41",
                "id=a&from=1&to=2&to=4&binary=41",
                "id=a&from=1&to=2&binary=41&binary=42",
                "id=a&from=1&to=2&binary=41&coding=0&coding=8",
                "id=a&from=1&to=2&binary=41&coding=",
                "id=a&from=1&to=2&binary=41&coding=-1",
                "id=a&from=1&to=2&binary=41&coding=zero",
                "id=a&from=1&to=2&binary=41&coding=9999999999",
                "id=a&from=1&to=2&binary=4",
                "id=a&from=1&to=2&binary=4g",
                "id=a&from=1&to=2&binary=80&coding=0",
                "id=a&from=1&to=2&binary=00&coding=8",
                "id=a&from=1&to=2&binary=d83d&coding=8",
                "id=a&from=1&to=2&binary=d83d0041&coding=8",
                "id=a&from=%ff&to=2&binary=41",
                "id=a&from=1&to=2&binary=%4",
            })
    void whatIsNotExactlyOneOfEachIsMalformed(String form) {
        assertThat(read(form)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void theAnswerIsWhatJasminComparesItWith() {
        assertThat(door.acknowledgement())
                .isEqualTo(new Answer(200, Map.of("Content-Type", "text/plain"), "ACK/Jasmin"));
    }

    private Reading read(String form) {
        return door.read(
                Raw.post(form), Connectors.of(door).knownBy(Authentication.NONE).build());
    }
}
