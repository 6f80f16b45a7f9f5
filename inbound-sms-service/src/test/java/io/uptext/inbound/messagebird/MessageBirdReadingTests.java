/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.messagebird;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.NetworkCode;
import io.uptext.inbound.door.Bodies;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the door makes of MessageBird's parameters. Where no other source is named, they are the examples of
 * developers.messagebird.com/docs/sms-messaging, "Receive a message".
 */
class MessageBirdReadingTests {

    private static final String LONG_NUMBER = "id=e8077d803532c0b5937c639b60216938&recipient=31642500190"
            + "&originator=31612345678&body=This+is+an+incoming+message&createdDatetime=2016-05-03T14:26:57+00:00";
    private static final String SHORT_CODE = "mid=123456789&shortcode=1008&keyword=MESSAGEBIRD&originator=31612345678"
            + "&operator=20401&message=This+is+an+incoming+message&receive_datetime=20160503142657";

    private final MessageBirdDoor door = new MessageBirdDoor();

    private Reading read(RawRequest request) {
        return door.read(request, Connectors.of(door).build());
    }

    @Test
    void aTextToALongNumberIsRead() {
        Reading expected = Reading.of(new DoorMessage(
                "e8077d803532c0b5937c639b60216938", "31612345678", "31642500190", "This is an incoming message"));

        assertThat(read(Bodies.post(LONG_NUMBER))).isEqualTo(expected);
        assertThat(read(Bodies.get(LONG_NUMBER))).isEqualTo(expected);
    }

    @Test
    void aTextToAShortCodeIsReadWithTheSendersNetwork() {
        Reading expected = Reading.of(new DoorMessage("123456789", "31612345678", "1008", "This is an incoming message")
                .from(new SenderNetwork(new NetworkCode("20401"), null, null)));

        assertThat(read(Bodies.post(SHORT_CODE))).isEqualTo(expected);
        assertThat(read(Bodies.get(SHORT_CODE))).isEqualTo(expected);
    }

    /** The names and values of nyaruka/courier 350e935, handlers/messagebird tests. */
    @Test
    void aFormWithTheNamesOfBothIsOneToAShortCode() {
        String both = "shortcode=51515&message=Test+again&date=1690386569&date_utc=1690418969&reference=1"
                + "&id=b6aae1b5dfb2427a8f7ea6a717ba31a9&mid=3b53c137369242138120d6b0b2122607"
                + "&recipient=18005551515&originator=18885551515&body=Test+3&receive_datetime=20230727004929";

        assertThat(read(Bodies.post(both)))
                .isEqualTo(Reading.of(
                        new DoorMessage("3b53c137369242138120d6b0b2122607", "18885551515", "51515", "Test again")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1", "99999", "240010"})
    void anOperatorThatIsNoNetworkIsLeftOut(String operator) {
        assertThat(read(Bodies.post(SHORT_CODE.replace("20401", operator))))
                .isInstanceOfSatisfying(
                        Reading.Messages.class,
                        read -> assertThat(read.messages().getFirst().network())
                                .isEqualTo(
                                        operator.length() < 5
                                                ? null
                                                : new SenderNetwork(new NetworkCode(operator), null, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&mediaURLs=https%3A%2F%2Fa.example%2Fimage.jpg", "&status=delivered&statusDatetime=x"})
    void picturesAndReceiptsAreNothing(String more) {
        assertThat(read(Bodies.post(LONG_NUMBER + more))).isInstanceOf(Reading.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "recipient", "originator", "body"})
    void aLongNumbersFormNeedsExactlyOneOfEach(String name) {
        assertThat(read(Bodies.post(LONG_NUMBER.replace(name + "=", "x=")))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(Bodies.post(LONG_NUMBER + "&" + name + "=other"))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(Bodies.post(LONG_NUMBER.replace(name + "=", name + "=%FF"))))
                .isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mid", "shortcode", "originator", "message"})
    void aShortCodesFormNeedsExactlyOneOfEach(String name) {
        assertThat(read(Bodies.post(("&" + SHORT_CODE).replace("&" + name + "=", "&x="))))
                .isInstanceOf(Reading.Malformed.class);
        assertThat(read(Bodies.post(SHORT_CODE + "&" + name + "=other"))).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void anIdSaysSomethingAndATextMayBeEmpty() {
        assertThat(read(Bodies.post("id=&recipient=1&originator=2&body=3"))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(Bodies.post("id=4&recipient=1&originator=2&body=")))
                .isEqualTo(Reading.of(new DoorMessage("4", "2", "1", "")));
    }

    @Test
    void theQueryOfAPostIsNoForm() {
        assertThat(read(Bodies.get(null))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(Bodies.post(""))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(Bodies.post("id=%zz"))).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void reasonsQuoteNothing() {
        assertThat(read(Bodies.post(LONG_NUMBER + "&id=2")).toString()).doesNotContain("31612345678", "incoming");
    }
}
