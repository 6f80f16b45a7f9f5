/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.elks46;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Answer;
import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Raw;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.SharedWays;
import io.uptext.simulator.provider.Elks46Provider;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door for 46elks. */
class Elks46DoorTests {

    private final Elks46Door door = new Elks46Door();

    @Test
    void everyWayOfProofIsHeld() {
        SharedWays.check(door, new Elks46Provider(), Map.of());
    }

    /** The request in 46elks.se/docs/receive-sms. */
    @Test
    void theRequestOfTheDocumentationIsRead() {
        assertThat(read("direction=incoming&id=sf8425555e5d8db61dda7a7b3f1b91bdb&from=%2B46706861004&to=%2B46706860000"
                        + "&created=2018-07-13T13%3A57%3A23.741000&message=Hello%20how%20are%20you%3F"))
                .isEqualTo(Reading.of(new DoorMessage(
                        "sf8425555e5d8db61dda7a7b3f1b91bdb", "+46706861004", "+46706860000", "Hello how are you?")));
    }

    @Test
    void aTextMayBeEmptyAndUnknownParametersAreAccepted() {
        assertThat(read("direction=incoming&id=a&from=1&to=2&message=&new=x"))
                .isEqualTo(Reading.of(new DoorMessage("a", "1", "2", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "direction=outgoing&id=a&from=1&to=2&message=3",
                "direction=incoming&id=a&from=1&to=2&message=3&image=https%3A%2F%2Fapi.46elks.com%2Fa1%2F",
                "direction=incoming&id=a&from=1&to=2&image=https%3A%2F%2Fapi.46elks.com%2Fa1%2F",
            })
    void whatIsNoIncomingTextIsNothing(String form) {
        assertThat(read(form)).isInstanceOf(Reading.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id=a&from=1&to=2&message=3",
                "direction=&id=a&from=1&to=2&message=3",
                "direction=incoming&direction=outgoing&id=a&from=1&to=2&message=3",
                "direction=incoming&from=1&to=2&message=3",
                "direction=incoming&id=&from=1&to=2&message=3",
                "direction=incoming&id=a&to=2&message=3",
                "direction=incoming&id=a&from=1&message=3",
                "direction=incoming&id=a&from=1&to=2",
                "direction=incoming&id=a&id=b&from=1&to=2&message=3",
                "direction=incoming&id=a&from=1&from=4&to=2&message=3",
                "direction=incoming&id=a&from=1&to=2&to=4&message=3",
                "direction=incoming&id=a&from=1&to=2&message=3&message=4",
                "direction=incoming&id=a&from=1&to=2&message=%ff",
                "direction=incoming&id=a&from=1&to=2&message=%ED%A0%80",
                "direction=incoming&id=a&from=1&to=2&message=%4",
                "{\"direction\":\"incoming\",\"id\":\"a\",\"from\":\"1\",\"to\":\"2\",\"message\":\"3\"}",
            })
    void aFormWithoutExactlyOneOfEachIsMalformed(String form) {
        assertThat(read(form)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void theAnswerIsEmptySinceABodyWouldGoToTheSubscriber() {
        assertThat(door.acknowledgement()).isEqualTo(new Answer(200, Map.of(), ""));
    }

    private Reading read(String form) {
        return door.read(
                Raw.post(form), Connectors.of(door).knownBy(Authentication.NONE).build());
    }
}
