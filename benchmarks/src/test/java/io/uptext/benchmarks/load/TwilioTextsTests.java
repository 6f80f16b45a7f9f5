/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No text is another one's duplicate, which a door would acknowledge without Kafka. */
class TwilioTextsTests {

    private static final Pattern ID = Pattern.compile("MessageSid=(SM[0-9a-f]{32})(&|$)");

    private final TwilioTexts texts = new TwilioTexts(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void eachTextHasAnIdOfItsOwnInEveryRound() {
        Set<String> ids = ids(texts.write(1000));
        ids.addAll(ids(texts.write(1000)));

        assertThat(ids).hasSize(2000);
    }

    @Test
    void eachRoundHasTheSameTexts() {
        assertThat(bodyWithoutId(texts.write(3)[2])).isEqualTo(bodyWithoutId(texts.write(3)[2]));
    }

    @Test
    void aRequestIsWholeAndSigned() {
        String request = new String(texts.write(1)[0], US_ASCII);
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);

        assertThat(request)
                .startsWith("POST /v1/inbound/twilio HTTP/1.1\r\n")
                .contains("\r\nX-Twilio-Signature: ")
                .contains("\r\nContent-Length: " + body.length() + "\r\n");
        assertThat(body).contains("Body=ACME+LOGIN+").contains("To=50500");
    }

    private static String bodyWithoutId(byte[] request) {
        String whole = new String(request, US_ASCII);
        return ID.matcher(whole.substring(whole.indexOf("\r\n\r\n"))).replaceAll("");
    }

    private static Set<String> ids(byte[][] requests) {
        return Arrays.stream(requests)
                .map(request -> ID.matcher(new String(request, US_ASCII)))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
