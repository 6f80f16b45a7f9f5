/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProviders;
import io.uptext.simulator.SimulatedSms;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The promise tells what was kept from what was not. */
class DurableBeforeAcknowledgedTests {

    private final Ledger ledger = new Ledger();

    @Test
    void aMessageThatWasAcknowledgedAndIsThereTwiceUnderOneIdIsKept() {
        answer("1", 503, 503, 200, 204);

        assertThat(breaches(new Published("msg_1", "text 1"), new Published("msg_1", "text 1")))
                .isEmpty();
    }

    @Test
    void aMessageThatWasNotAcknowledgedMayBeThereOrNot() {
        answer("1", 503);
        answer("2", 503);

        assertThat(breaches(new Published("msg_1", "text 1"))).isEmpty();
    }

    @Test
    void aMessageThatWasAcknowledgedAndIsMissingIsABreach() {
        answer("1", 503, 200);

        assertThat(breaches()).containsExactly("twilio's 1 was acknowledged and is not in Kafka");
    }

    @Test
    void aMessageWithTwoIdsIsABreach() {
        answer("1", 200);

        assertThat(breaches(new Published("msg_1", "text 1"), new Published("msg_2", "text 1")))
                .singleElement()
                .asString()
                .startsWith("twilio's 1 has several event ids");
    }

    @Test
    void anIdOfTwoMessagesIsABreach() {
        answer("1", 200);
        answer("2", 200);

        assertThat(breaches(new Published("msg_1", "text 1"), new Published("msg_1", "text 2")))
                .containsExactly("msg_1 is the id of two messages");
    }

    @Test
    void aRecordThatNobodySentIsABreach() {
        assertThat(breaches(new Published("msg_1", "text 1")))
                .containsExactly("msg_1 is in Kafka and was sent by nobody");
    }

    @Test
    void anAnswerThatIsNeitherYesNorTryAgainIsABreach() {
        answer("1", 500, 200);
        answer("2", 429, 200);
        answer("3", Ledger.NO_ANSWER, 200);

        assertThat(breaches(
                        new Published("msg_1", "text 1"),
                        new Published("msg_2", "text 2"),
                        new Published("msg_3", "text 3")))
                .containsExactlyInAnyOrder(
                        "twilio's 1 was answered with 500",
                        "twilio's 2 was answered with 429",
                        "twilio's 3 was answered with 0");
    }

    private List<String> breaches(Published... records) {
        return DurableBeforeAcknowledged.breaches(ledger, List.of(records));
    }

    private void answer(String id, int... statuses) {
        Sms sms = new Sms(
                SimulatedProviders.named("twilio").orElseThrow(),
                Account.of(URI.create("http://127.0.0.1"), Proof.SIGNATURE, "secret"),
                new SimulatedSms(id, "+46701234567", "50500", "text " + id));
        for (int status : statuses) {
            ledger.answered(sms, status);
        }
    }
}
