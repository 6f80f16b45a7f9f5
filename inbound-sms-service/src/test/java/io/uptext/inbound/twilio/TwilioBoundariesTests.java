/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.Signatures;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that were written, and signed by Twilio, so that another reading of the same bytes has another sender. */
class TwilioBoundariesTests {

    private static final String URL = "https://a.example/in";
    private static final String TOKEN = "12345";

    private final TwilioDoor door = new TwilioDoor();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The rest is inside of a value, of a name, or of two parameters.
                "AccountSidACaBodyCODEFrom+46700000001FromAFrom+46709999999MessageSidSM1To50500 |"
                        + " AccountSid=ACa&Body=CODE&From=%2B46700000001&FromA=From%2B46709999999&MessageSid=SM1&To=50500",
                "AccountSidACaBodyCODEFrom+46700000001From+46709999999MessageSidSM1To50500 |"
                        + " AccountSid=ACa&Body=CODE&From=%2B46700000001&From%2B46709999999=&MessageSid=SM1&To=50500",
                "AccountSidACaBodyCODEFrom+46700000001Fromchat:7MessageSidSM1To50500 |"
                        + " AccountSid=ACa&Body=CODE&From=%2B46700000001&Fromchat=:7&MessageSid=SM1&To=50500",
                "AccountSidACaBodyCODEFrom+46700000001MessageSidSM2To50500ZFrom+46709999999MessageSidSM1To50500 |"
                        + " AccountSid=ACa&Body=CODE&From=%2B46700000001&MessageSid=SM2&To=50500&Z=Fr"
                        + "&om%2B46709999999=MessageSidSM1To50500",
            })
    void aFormWhoseSenderWasAPartOfTheTextIsNotRead(String signed, String form) {
        assertThatItIsGenuineAndNotRead("POST", null, form, URL + signed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x=1AccountSidACaBody&MessageSid=SM2&From=%2B46700000001&To=50500&Body=CODE"
                        + "&z=From+46709999999MessageSidSM1To50500 |",
                "From=%2B46709999999&MessageSid=SM1&To=50500&AccountSid=ACa&Body= |"
                        + " Body=CODE&From=46700000001&MessageSid=SM2&To=50500",
            })
    void anotherMethodIsNotReadWhereItMovesTheText(String query, @Nullable String form) {
        String body = form == null ? "" : form;
        String joined = body.replace("&", "").replace("=", "");

        assertThatItIsGenuineAndNotRead(form == null ? "GET" : "POST", query, body, URL + "?" + query + joined);
    }

    private void assertThatItIsGenuineAndNotRead(String method, @Nullable String query, String form, String signed) {
        String signature = Signatures.hmac("HmacSHA1", TOKEN.getBytes(UTF_8), signed.getBytes(UTF_8));
        RawRequest request = new RawRequest(
                method,
                name -> name.equals("X-Twilio-Signature") ? List.of(signature) : List.of(),
                query,
                form.getBytes(UTF_8),
                Instant.EPOCH,
                Set.of());
        var connector = TwilioRequests.connector(URL, TOKEN);

        assertThat(door.authenticate(request, connector)).isEqualTo(new Authenticity.Genuine());
        assertThat(door.read(request, connector)).isInstanceOf(Reading.Malformed.class);
    }
}
