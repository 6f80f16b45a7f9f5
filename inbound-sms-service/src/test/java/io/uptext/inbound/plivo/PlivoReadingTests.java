/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.plivo;

import static io.uptext.inbound.plivo.PlivoRequests.TOKEN;
import static io.uptext.inbound.plivo.PlivoRequests.connector;
import static io.uptext.inbound.plivo.PlivoRequests.get;
import static io.uptext.inbound.plivo.PlivoRequests.post;
import static io.uptext.inbound.plivo.PlivoRequests.simulated;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Answer;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.Requests;
import io.uptext.simulator.SimulatedRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the door makes of Plivo's parameters. */
class PlivoReadingTests {

    private static final String URL = "https://a.example/in";

    /** The parameters of docs.plivo.com/docs/messaging/api/message/handling-incoming. */
    private static final String PARAMETERS = "From=14151112222&To=14153334444&Type=sms&Text=+hej%0A%F0%9F%91%8B+"
            + "&MessageUUID=5e1a9f4e-7f44&Units=1&TotalRate=0&TotalAmount=0&MessageIntent=&PowerpackUUID=";

    private static final Reading MESSAGE =
            Reading.of(new DoorMessage("5e1a9f4e-7f44", "14151112222", "14153334444", " hej\n\uD83D\uDC4B "));

    private final PlivoDoor door = new PlivoDoor();

    @Test
    void aFormAndAQueryAreReadUntrimmed() {
        assertThat(read(post(URL, PARAMETERS))).isEqualTo(MESSAGE);
        assertThat(read(get(URL + "?" + PARAMETERS))).isEqualTo(MESSAGE);
    }

    @Test
    void theQueryOfAFormIsNotTheMessage() {
        assertThat(read(post(URL + "?" + PARAMETERS, ""))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(post(URL + "?other=Text", PARAMETERS))).isEqualTo(MESSAGE);
    }

    @Test
    void aMessageWithoutATypeIsASms() {
        assertThat(read(post(URL, PARAMETERS.replace("&Type=sms", "")))).isEqualTo(MESSAGE);
        assertThat(read(post(URL, PARAMETERS.replace("Type=sms", "Type=")))).isEqualTo(MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mms", "whatsapp", "SMS"})
    void whatIsNoTextIsNothing(String type) {
        assertThat(read(post(URL, PARAMETERS.replace("Type=sms", "Type=" + type))))
                .isInstanceOf(Reading.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2", "v3"})
    void whatTheSimulatorWritesIsRead(String version) {
        for (String method : new String[] {"post", "get"}) {
            assertThat(read(simulated(version, method)))
                    .isEqualTo(Reading.of(new DoorMessage(
                            "5e1a9f4e-7f44-11ec-8a60-0242ac110005", "46701234567", "50500", "ACME LOGIN 7KQ4M2XHC")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"From", "To", "Text", "MessageUUID"})
    void aParameterThatIsMissingOrThereWithTwoValuesIsMalformed(String name) {
        assertThat(read(post(URL, PARAMETERS.replace(name + "=", "No=")))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(post(URL, PARAMETERS + "&" + name + "=other"))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(get(URL + "?" + PARAMETERS + "&" + name + "=other"))).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void anEmptyIdAndBytesThatAreNoUtf8AreMalformed() {
        assertThat(read(post(URL, PARAMETERS.replace("5e1a9f4e-7f44", "")))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(post(URL, PARAMETERS.replace("%0A", "%FF")))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(post(URL, PARAMETERS.replace("%0A", "%")))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(post(URL, ""))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(get(URL))).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void plivoIsAnsweredInXmlThatSendsNothing() {
        assertThat(door.acknowledgement()).isEqualTo(Answer.ok("application/xml", "<Response/>"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"https://a.example/in?a=b", "https://a.example/in#a", "/in", "ftp://a.example/in"})
    void thePublicUrlIsRequired(@Nullable String url) {
        assertThat(door.flawOf(Connectors.of(door).secrets(TOKEN).publicUrl(url).build()))
                .isPresent();
        assertThat(door.flawOf(connector(URL, TOKEN))).isEmpty();
    }

    @Test
    void anUnknownVersionOfTheSignatureIsAFlaw() {
        Connectors connectors =
                Connectors.of(door).secrets(TOKEN).publicUrl(URL).option("signature-version", "v2");

        assertThat(door.flawOf(connectors.build())).hasValue("options.signature-version is any or v3");
        assertThat(door.flawOf(connectors.option("signature-version", "v3").build()))
                .isEmpty();
    }

    @Test
    void nothingPrintsTheMessage() {
        assertThat(read(post(URL, PARAMETERS)).toString()).doesNotContain("hej", "4151112222");
    }

    private Reading read(SimulatedRequest request) {
        return door.read(Requests.raw(request, Instant.EPOCH), connector(URL, TOKEN));
    }
}
