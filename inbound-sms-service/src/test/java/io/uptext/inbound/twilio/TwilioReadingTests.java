/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.twilio;

import static io.uptext.inbound.twilio.TwilioRequests.connector;
import static io.uptext.inbound.twilio.TwilioRequests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the door makes of Twilio's form. */
class TwilioReadingTests {

    private final TwilioDoor door = new TwilioDoor();

    private Reading read(RawRequest request) {
        return door.read(request, connector("https://a.example/", "12345"));
    }

    @Test
    void aMessageIsReadUntrimmedAndUnknownParametersAreAccepted() {
        String form = "MessageSid=SM1&NumMedia=0&From=%2B46701234567&To=50500&Body=+hej%0A%F0%9F%91%8B+&Strange";

        assertThat(read(request(null, form)))
                .isEqualTo(new Reading.Messages(
                        List.of(new DoorMessage("SM1", "+46701234567", "50500", " hej\n\uD83D\uDC4B "))));
    }

    @Test
    void theSameValueTwiceIsOneValue() {
        assertThat(read(request(null, "MessageSid=SM1&From=1&From=1&To=50500&Body=&Body=")))
                .isEqualTo(new Reading.Messages(List.of(new DoorMessage("SM1", "1", "50500", ""))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "From=1&To=2&Body=3",
                "MessageSid=&From=1&To=2&Body=3",
                "MessageSid=SM1&To=2&Body=3",
                "MessageSid=SM1&From=1&Body=3",
                "MessageSid=SM1&From=1&To=2",
                "MessageSid=SM1&From=1&From=4&To=2&Body=3",
                "MessageSid=SM1&From=1&To=2&To=4&Body=3",
                "MessageSid=SM1&From=1&To=2&Body=3&Body=4",
                "MessageSid=SM1&MessageSid=SM2&From=1&To=2&Body=3",
            })
    void aFormWithoutExactlyOneOfEachIsMalformed(String form) {
        assertThat(read(request(null, form))).isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%2", "a=%zz", "a=%2&b=c", "%=a", "a=%FF", "a=%C3", "a=%ED%A0%80", "a=%-1"})
    void aFormThatCannotBeReadIsForged(String form) {
        assertThat(door.authenticate(request(null, form, "x"), connector("https://a.example/", "12345")))
                .isInstanceOf(Authenticity.Forged.class);
    }

    @Test
    void bytesThatNobodySignedAreForged() {
        byte[] body = {'a', '=', (byte) 0xE5};

        assertThat(door.authenticate(request(null, body, "x"), connector("https://a.example/", "12345")))
                .isInstanceOf(Authenticity.Forged.class);
    }

    @Test
    void nothingPrintsTheMessage() {
        String form = "MessageSid=SM1&From=%2B46701234567&To=50500&Body=secret";

        assertThat(read(request(null, form)).toString()).doesNotContain("46701234567", "secret");
        assertThat(connector("https://a.example/", "12345").toString()).doesNotContain("12345");
    }
}
