/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.kannel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Answer;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Part;
import io.uptext.inbound.door.Raw;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.SharedWays;
import io.uptext.simulator.provider.KannelProvider;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The door for Kannel. */
class KannelDoorTests {

    private static final String LEAST = "id=a&from=1&to=2&text=3";
    private static final Map<String, String> POSTED =
            Map.of("Content-Type", "text/plain; charset=\"UTF-8\"", "X-Kannel-From", "1", "X-Kannel-To", "2");

    private final KannelDoor door = new KannelDoor();

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void everyWayOfProofIsHeld(String method) {
        SharedWays.check(door, new KannelProvider(), Map.of("method", method));
    }

    /** What Kannel 1.4.5 sent for the get-url of our page. */
    @Test
    void aRecordedRequestIsRead() {
        assertThat(
                        get(
                                "from=%2B4915112345678&to=12345&text=LOGIN+483920&id=120a534a-a371-4c70-81ca-f5e1f1643bb5"
                                        + "&ts=1795486195&smsc=FAKE&coding=0&charset=UTF-8&udh=&svc=default&bill=&acct=&dcs=00&fid=&meta="))
                .isEqualTo(Reading.of(new DoorMessage(
                        "120a534a-a371-4c70-81ca-f5e1f1643bb5", "+4915112345678", "12345", "LOGIN 483920")));
    }

    @Test
    void whatSaysNothingAboutItsCodingIsUtf8() {
        assertThat(get(LEAST.replace("3", "%C3%A5"))).isEqualTo(text("\u00e5"));
        assertThat(get(LEAST + "&coding=-1&charset=&udh=")).isEqualTo(text("3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "%00H%00%E5%00j&coding=2 | H\u00e5j",
                "%00H%00%E5%00j&coding=2&charset=UTF-16BE | H\u00e5j",
                "%FE%FF%00A&coding=2&charset=UTF-16BE | A",
                "%FF%FEA%00&coding=2 | A",
                "%D8%3D%DC%4B&coding=2 | \uD83D\uDC4B",
                "H%C3%A5j&coding=2&charset=UTF-8 | H\u00e5j",
                "%80+H%E5j&coding=0&charset=WINDOWS-1252 | \u20ac H\u00e5j",
                "H%E5j&coding=0&charset=ISO-8859-1 | H\u00e5j",
                "%40%00&coding=0 | \"@\u0000\"",
                "&coding=0 | \"\"",
                "&coding=2 | \"\"",
            })
    void theCharsetSaysWhatTheOctetsAre(String octets, String text) {
        assertThat(get("id=a&from=1&to=2&text=" + octets)).isEqualTo(text(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%00H%00&coding=2",
                "%D8%3D&coding=2",
                "%DC%4B%00A&coding=2&charset=UTF-16BE",
                "%E5&coding=0",
                "%ED%A0%80&coding=0&charset=UTF-8",
                "a&charset=no-such-charset",
                "a&charset=%00",
                "%C3%A5&charset=US-ASCII",
                "a&charset=UTF-8&charset=UTF-16",
                "a&coding=0&coding=2",
                "a&coding=3",
                "a&coding=x",
                "a&udh=%05&udh=%06",
            })
    void octetsThatAreNotInTheirCharsetAreMalformed(String octets) {
        assertThat(get("id=a&from=1&to=2&text=" + octets)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void binaryMessagesAreNothing() {
        assertThat(get(LEAST + "&coding=1&charset=8-BIT")).isInstanceOf(Reading.Nothing.class);
        assertThat(get("id=a&from=1&to=2&text=%06%05%04&coding=1")).isInstanceOf(Reading.Nothing.class);
    }

    @Test
    void aPartOfALongerMessageKeepsItsPlace() {
        assertThat(get(LEAST + "&udh=%05%00%03%CC%02%01"))
                .isEqualTo(Reading.of(new DoorMessage("a", "1", "2", "3").as(new Part("cc", 2, 1))));
        assertThat(get(LEAST + "&udh=%06%08%04%AB%CD%03%02"))
                .isEqualTo(Reading.of(new DoorMessage("a", "1", "2", "3").as(new Part("abcd", 3, 2))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%06%05%04%0B%84%23%F0", "%04%04%02%0B%23", "%0B%05%04%0B%84%23%F0%00%03%CC%02%01"})
    void whatIsAddressedToAPortIsNothing(String header) {
        assertThat(get(LEAST + "&udh=" + header)).isInstanceOf(Reading.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%05", "%05%00%03%CC%02", "%05%00%04%CC%02%01", "%05%00%03%CC%02%01a", "%FF%00%03%CC%02%01", "a"
            })
    void aHeaderWhoseLengthsLieIsMalformed(String header) {
        assertThat(get(LEAST + "&udh=" + header)).isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "from=1&to=2&text=3",
                "id=&from=1&to=2&text=3",
                "id=a&to=2&text=3",
                "id=a&from=1&text=3",
                "id=a&from=1&to=2",
                "id=a&id=b&from=1&to=2&text=3",
                "id=a&from=1&from=4&to=2&text=3",
                "id=a&from=1&to=2&to=4&text=3",
                "id=a&from=1&to=2&text=3&text=4",
                "id=a&from=1&to=2&text=%4",
                "id=%ff&from=1&to=2&text=3",
            })
    void aQueryWithoutExactlyOneOfEachIsMalformed(String query) {
        assertThat(get(query)).isInstanceOf(Reading.Malformed.class);
    }

    /** Headers as gw/smsbox.c (obey_request, TRANSTYPE_POST_URL) writes them; the sender's only with send-sender. */
    @Test
    void aPostHasItsTextInTheBodyAndTheRestInHeaders() {
        assertThat(post("id=a", "H\u00e5j", UTF_8, POSTED)).isEqualTo(text("H\u00e5j"));
        assertThat(post("id=a", "H\u00e5j", ISO_8859_1, with("Content-Type", "text/plain; charset=\"ISO-8859-1\"")))
                .isEqualTo(text("H\u00e5j"));
        assertThat(post(
                        "id=a",
                        "H\u00e5j",
                        UTF_16BE,
                        with("X-Kannel-Coding", "2", "Content-Type", "text/plain; charset=\"UTF-16BE\"")))
                .isEqualTo(text("H\u00e5j"));
        assertThat(post("id=a", "3", UTF_8, with("X-Kannel-UDH", "%05%00%03%CC%02%01")))
                .isEqualTo(Reading.of(new DoorMessage("a", "1", "2", "3").as(new Part("cc", 2, 1))));
        assertThat(post("id=a", "3", UTF_8, with("X-Kannel-Coding", "1", "Content-Type", "application/octet-stream")))
                .isInstanceOf(Reading.Nothing.class);
    }

    @Test
    void whatTheQueryOfAPostSaysComesFirst() {
        assertThat(post("id=a&from=1&to=2", "3", UTF_8, with("X-Kannel-From", "9", "X-Kannel-To", "9")))
                .isEqualTo(text("3"));
        assertThat(post("id=a&text=evil", "3", UTF_8, POSTED)).isEqualTo(text("3"));
    }

    @Test
    void aPostWithoutExactlyOneOfEachIsMalformed() {
        assertThat(post("", "3", UTF_8, POSTED)).isInstanceOf(Reading.Malformed.class);
        assertThat(post("id=a", "3", UTF_8, Map.of("X-Kannel-To", "2"))).isInstanceOf(Reading.Malformed.class);
        assertThat(post("id=a", "3", UTF_8, Map.of("X-Kannel-From", "1"))).isInstanceOf(Reading.Malformed.class);
        assertThat(post("id=a&from=1&from=2", "3", UTF_8, POSTED)).isInstanceOf(Reading.Malformed.class);
        assertThat(post("id=a", "3", UTF_8, with("X-Kannel-UDH", "%05%0"))).isInstanceOf(Reading.Malformed.class);
        assertThat(post("id=a", "\u00e5", ISO_8859_1, POSTED)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void theAnswerIsEmptySinceABodyCouldGoToTheSubscriber() {
        assertThat(door.acknowledgement()).isEqualTo(new Answer(200, Map.of(), ""));
    }

    private static Reading text(String text) {
        return Reading.of(new DoorMessage("a", "1", "2", text));
    }

    private static Map<String, String> with(String... headers) {
        Map<String, String> all = new TreeMap<>(POSTED);
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return all;
    }

    private Reading post(String query, String text, Charset charset, Map<String, String> headers) {
        return read(Raw.post(query, text.getBytes(charset), headers));
    }

    private Reading get(String query) {
        return read(Raw.get(query));
    }

    private Reading read(RawRequest request) {
        return door.read(request, Connectors.of(door).build());
    }
}
