/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.africastalking;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.NetworkCode;
import io.uptext.inbound.door.Answer;
import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Raw;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.SharedWays;
import io.uptext.simulator.provider.AfricasTalkingProvider;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The door for Africa's Talking. */
class AfricasTalkingDoorTests {

    private static final String REQUEST = "linkId=SampleLinkId123&text=ACME+LOGIN+7KQ4M2XHC&to=28901"
            + "&id=b9c6a4d2-4c3e-4f9e-8a3a-3a0f6f6f1d11&date=2026-09-24+10%3A15%3A30&from=%2B254711082300";
    private static final DoorMessage MESSAGE =
            new DoorMessage("b9c6a4d2-4c3e-4f9e-8a3a-3a0f6f6f1d11", "+254711082300", "28901", "ACME LOGIN 7KQ4M2XHC");

    private final AfricasTalkingDoor door = new AfricasTalkingDoor();

    @Test
    void everyWayOfProofIsHeld() {
        SharedWays.check(door, new AfricasTalkingProvider(), Map.of());
    }

    /** Parameters as docs.africastalking.com/sms/notifications lists them; linkId is there on demand services only. */
    @Test
    void aRequestIsReadWithAndWithoutALink() {
        assertThat(read(REQUEST)).isEqualTo(Reading.of(MESSAGE));
        assertThat(read(REQUEST.replace("linkId=SampleLinkId123&", ""))).isEqualTo(Reading.of(MESSAGE));
    }

    @Test
    void theNetworkIsKept() {
        assertThat(read(REQUEST + "&networkCode=63902"))
                .isEqualTo(Reading.of(MESSAGE.from(new SenderNetwork(new NetworkCode("63902"), null, null))));
    }

    @ParameterizedTest
    @CsvSource({"99999", "''", "Safaricom", "63902&networkCode=63903"})
    void aNetworkThatIsNoneIsLeftOut(String code) {
        assertThat(read(REQUEST + "&networkCode=" + code)).isEqualTo(Reading.of(MESSAGE));
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
                "id=a&from=1&to=2&text=%C3",
                "id=a&from=1&to=2&text=%ED%BF%BF",
                "id=a&from=1&to=2&text=%zz",
                "id=a&status=Success&phoneNumber=%2B254711082300&networkCode=63902",
            })
    void aFormWithoutExactlyOneOfEachIsMalformed(String form) {
        assertThat(read(form)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void theAnswerIsEmpty() {
        assertThat(door.acknowledgement()).isEqualTo(new Answer(200, Map.of(), ""));
    }

    private Reading read(String form) {
        return door.read(
                Raw.post(form), Connectors.of(door).knownBy(Authentication.NONE).build());
    }
}
