/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.infobip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Bodies;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Reading;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the door makes of Infobip's JSON. */
class InfobipDoorTests {

    /** The result of infobip-api-java-client 5e880b1, SmsApiTest.shouldParseInboundSmsMessages. */
    private static final String RESULT = "{\"messageId\":\"817790313235066447\",\"from\":\"385916242493\","
            + "\"to\":\"385921004026\",\"text\":\"QUIZ Correct answer is Paris\",\"cleanText\":\"Correct answer is Paris\","
            + "\"keyword\":\"QUIZ\",\"receivedAt\":\"2016-10-06T09:28:39.220+0000\",\"smsCount\":1,"
            + "\"price\":{\"pricePerMessage\":0,\"currency\":\"EUR\"},\"callbackData\":\"callbackData\"}";

    private static final DoorMessage MESSAGE =
            new DoorMessage("817790313235066447", "385916242493", "385921004026", "QUIZ Correct answer is Paris");
    private static final String REPORT = "{\"bulkId\":\"BULK-ID-123-xyz\",\"messageId\":\"c9823180-94d4-4ea0\","
            + "\"to\":\"41793026727\",\"sentAt\":\"2019-11-09T16:00:00.000+0000\",\"smsCount\":1,"
            + "\"status\":{\"groupId\":3,\"groupName\":\"DELIVERED\",\"id\":5}}";

    private final InfobipDoor door = new InfobipDoor();

    private static String body(String... results) {
        return "{\"results\":[" + String.join(",", results) + "],\"messageCount\":" + results.length
                + ",\"pendingMessageCount\":0}";
    }

    private Reading read(String body) {
        return door.read(Bodies.post(body), Connectors.of(door).build());
    }

    @Test
    void theTextIsReadWithItsKeyword() {
        assertThat(read(body(RESULT))).isEqualTo(Reading.of(MESSAGE));
    }

    @Test
    void allMessagesOfARequestAreReadInTheirOrder() {
        String[] results = IntStream.range(0, 150)
                .mapToObj(i -> RESULT.replace("817790313235066447", "id-" + i))
                .toArray(String[]::new);
        List<String> ids = IntStream.range(0, 150).mapToObj(i -> "id-" + i).collect(Collectors.toList());

        assertThat(body(results).length()).isBetween(door.largestBody() / 2, door.largestBody());
        assertThat(read(body(results)))
                .isInstanceOfSatisfying(
                        Reading.Messages.class,
                        read -> assertThat(read.messages())
                                .extracting(DoorMessage::providerMessageId)
                                .isEqualTo(ids));
    }

    @Test
    void oneThatCannotBeReadDoesNotHoldBackTheOthers() {
        String bad = RESULT.replace("QUIZ Correct", "\\ud800");

        assertThat(read(body(bad, RESULT))).isInstanceOfSatisfying(Reading.Messages.class, read -> {
            assertThat(read.messages()).containsExactly(MESSAGE);
            assertThat(read.leftOut()).isNotNull().doesNotContain("385916242493");
        });
        assertThat(read(body(bad, bad))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(body(bad, REPORT))).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void deliveryReportsAndEmptyRequestsAreNothing() {
        assertThat(read(body(REPORT))).isInstanceOf(Reading.Nothing.class);
        assertThat(read(body())).isInstanceOf(Reading.Nothing.class);
        assertThat(read(body(REPORT, RESULT))).isEqualTo(Reading.of(MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messageId", "from", "to", "text"})
    void aMissingFieldOrOneOfAnotherTypeIsMalformed(String field) {
        assertThat(read(body(RESULT.replace("\"" + field + "\":", "\"x\":")))).isInstanceOf(Reading.Malformed.class);
        for (String other : new String[] {"null", "1", "true", "[\"1\"]", "{}", "\"\\ud800\""}) {
            String result = RESULT.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":X")
                    .replace(":X", ":" + other);
            assertThat(result).isNotEqualTo(RESULT);
            assertThat(read(body(result))).as(other).isInstanceOf(Reading.Malformed.class);
        }
    }

    @Test
    void anIdSaysSomethingAndATextMayBeEmpty() {
        assertThat(read(body(RESULT.replace("817790313235066447", "")))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(body(RESULT.replace("QUIZ Correct answer is Paris", ""))))
                .isInstanceOf(Reading.Messages.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "null",
                "{}",
                "{\"results\":null}",
                "{\"results\":{}}",
                "{\"results\":\"\"}",
                "{\"results\":[null]}",
                "{\"results\":[[]]}",
                "{\"results\":[1]}",
                "{\"results\":[]",
                "{\"results\":[],\"results\":[]}"
            })
    void whatIsNotAnArrayOfResultsIsMalformed(String body) {
        assertThat(read(body)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void bytesThatAreNotUtf8AreMalformed() {
        byte[] latin = body(RESULT.replace("Paris", "\u00e5")).getBytes(ISO_8859_1);

        assertThat(door.read(Bodies.post(latin), Connectors.of(door).build())).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void infobipShowsASecretOrACertificateAndSignsNothing() {
        assertThat(door.authentications())
                .contains(Authentication.BASIC, Authentication.HEADER, Authentication.MTLS)
                .doesNotContain(Authentication.SIGNATURE);
        assertThat(door.options()).isEmpty();
    }
}
