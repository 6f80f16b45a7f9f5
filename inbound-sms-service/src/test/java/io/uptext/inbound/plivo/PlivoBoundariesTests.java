/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.plivo;

import static io.uptext.inbound.plivo.PlivoRequests.TOKEN;
import static io.uptext.inbound.plivo.PlivoRequests.V3;
import static io.uptext.inbound.plivo.PlivoRequests.V3_NONCE;
import static io.uptext.inbound.plivo.PlivoRequests.authenticate;
import static io.uptext.inbound.plivo.PlivoRequests.connector;
import static io.uptext.inbound.plivo.PlivoRequests.get;
import static io.uptext.inbound.plivo.PlivoRequests.post;
import static io.uptext.inbound.plivo.PlivoRequests.sign;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.Requests;
import io.uptext.simulator.SimulatedRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that were written, and signed by Plivo, so that another reading of the same bytes has another sender. */
class PlivoBoundariesTests {

    private static final String URL = "https://a.example/in";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // What stands before the text is inside of a value, or of a query's name or value.
                "From46709999999MessageUUID1TextFrom46700000001MessageUUID2TextCODETo50500Typesms | |"
                        + " Fro=m46709999999MessageUUID1Text&From=46700000001&MessageUUID=2&Text=CODE&To=50500&Type=sms",
                "From46709999999MessageUUID1Text=.From46700000001MessageUUID2TextCODETo50500Typesms |"
                        + " From46709999999MessageUUID1Text= |"
                        + " From=46700000001&MessageUUID=2&Text=CODE&To=50500&Type=sms",
                "A=1.From46709999999MessageUUID1Text&From=46700000001&MessageUUID=2&Text=CODE&To=50500&Type=smsTo50500 |"
                        + " A=1.From46709999999MessageUUID1Text&From=46700000001&MessageUUID=2&Text=CODE&To=50500"
                        + "&Type=smsTo50500 |",
                "From=46709999999&MessageUUID=1&Text=.From46700000001MessageUUID2TextCODETo50500Y&To=50500&Type=sms |"
                        + " From=46709999999&MessageUUID=1&Text= |"
                        + " From=46700000001&MessageUUID=2&Text=CODE&To=50500&Y=%26To%3D50500%26Type%3Dsms",
            })
    void aRequestWhoseSenderWasAPartOfTheTextIsNotRead(String signed, @Nullable String query, @Nullable String form) {
        String called = query == null ? URL : URL + "?" + query;
        SimulatedRequest request = (form == null ? get(called) : post(called, form))
                .with(V3_NONCE, "7")
                .with(V3, sign(TOKEN, URL + "?" + signed + ".7"));

        assertThat(authenticate(request, URL, TOKEN)).isEqualTo(new Authenticity.Genuine());
        assertThat(new PlivoDoor().read(Requests.raw(request, Instant.EPOCH), connector(URL, TOKEN)))
                .isNotInstanceOf(Reading.Messages.class);
    }
}
