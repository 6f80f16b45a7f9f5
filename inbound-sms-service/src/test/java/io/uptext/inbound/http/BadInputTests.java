/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Each kind of bad input has its own problem; none of it reaches the sink, and none of it is logged or sent back. */
@ExtendWith(OutputCaptureExtension.class)
class BadInputTests {

    private static final String NUMBER = "+46709998877";
    private static final String TEXT = "canary text";
    private static final Map<String, String> MESSAGE = Ingress.message(NUMBER, "50500", TEXT);
    private static final String JSON = Ingress.json(NUMBER, "50500", TEXT);
    private static final String APPLICATION_JSON = MediaType.APPLICATION_JSON_VALUE;

    private final Ingress ingress = new Ingress();

    @AfterEach
    void nothingIsPublishedAndNothingPersonalIsLogged(CapturedOutput output) {
        assertThat(ingress.sink.all()).isEmpty();
        assertThat(output.getAll()).doesNotContain(NUMBER.substring(1), TEXT);
    }

    @Test
    void anUnknownConnectorIsNotFoundWhateverIsSent() {
        for (String name : new String[] {"nobody", "ACME-TWILIO", "acme-twilio%2F", "a".repeat(100)}) {
            assertProblem(
                    ingress.client()
                            .post()
                            .uri("/v1/inbound/" + name)
                            .bodyValue("a".repeat(10_000))
                            .exchange(),
                    404,
                    "not-found");
        }
    }

    @Test
    void aBodyOfMoreThan8KibIsTooLargeWhoeverSignedIt() {
        assertProblem(ingress.twilio(Ingress.message(NUMBER, "50500", "a".repeat(8192))), 413, "too-large");
        assertProblem(ingress.twilio("a".repeat(8193), "wrong"), 413, "too-large");
        assertProblem(ingress.generic(Ingress.json(NUMBER, "50500", "a".repeat(8192))), 413, "too-large");
    }

    @Test
    void aBodyOfExactly8KibIsNotTooLarge() {
        assertProblem(ingress.twilio("a".repeat(8192), "wrong"), 401, "invalid-signature");
    }

    @Test
    void aWrongSignatureIsRefused() {
        assertProblem(ingress.twilio(Ingress.form(MESSAGE), "wrong"), 401, "invalid-signature");
        assertProblem(ingress.generic(JSON, Ingress.NOW, APPLICATION_JSON, "v1,wrong"), 401, "invalid-signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-twilio", "acme-generic"})
    void aMissingSignatureIsRefusedBeforeAnythingIsRead(String connector) {
        assertProblem(
                ingress.client()
                        .post()
                        .uri("/v1/inbound/" + connector)
                        .bodyValue("%")
                        .exchange(),
                401,
                "invalid-signature");
        assertProblem(ingress.client().post().uri("/v1/inbound/" + connector).exchange(), 401, "invalid-signature");
    }

    @Test
    void aStaleTimestampIsRefused() {
        assertProblem(ingress.generic(JSON, Ingress.NOW.minusSeconds(301), APPLICATION_JSON), 401, "invalid-signature");
        assertProblem(ingress.generic(JSON, Ingress.NOW.plusSeconds(302), APPLICATION_JSON), 401, "invalid-signature");
    }

    @Test
    void aFormThatCannotBeReadIsForged() {
        assertProblem(ingress.twilio("From=%zz", "wrong"), 401, "invalid-signature");
        assertProblem(ingress.twilio("From=%ff", "wrong"), 401, "invalid-signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MessageSid", "From", "To", "Body"})
    void aSignedFormWithoutOneOfItsParametersIsMalformed(String missing) {
        Map<String, String> message = new HashMap<>(MESSAGE);
        message.remove(missing);

        assertProblem(ingress.twilio(message), 400, "malformed");
    }

    @Test
    void anEmptyMessageSidIsMalformed() {
        Map<String, String> message = new HashMap<>(MESSAGE);
        message.put("MessageSid", "");

        assertProblem(ingress.twilio(message), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "canary text", "{\"from\":\"+46709998877\"}"})
    void signedNonsenseIsMalformed(String json) {
        assertProblem(ingress.generic(json), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/jsonx", "application/json;charset=ISO-8859-1"})
    void anotherContentTypeIsUnsupported(String type) {
        assertProblem(ingress.generic(JSON, Ingress.NOW, type), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACME", "", "12", "+4670999887766554433", "0709998877", "+999123456789"})
    void aSenderThatNoPhoneCanHaveIsImpossible(String from) {
        assertProblem(ingress.twilio(Ingress.message(from, "50500", TEXT)), 422, "impossible-number");
        assertProblem(ingress.generic(Ingress.json(from, "nowhere", TEXT)), 422, "impossible-number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"50501", "", "nowhere", "+46701112234"})
    void anAddressThatTheConnectorDoesNotServeIsUnknown(String to) {
        assertProblem(ingress.twilio(Ingress.message(NUMBER, to, TEXT)), 422, "unknown-destination");
        assertProblem(ingress.generic(Ingress.json(NUMBER, to, TEXT)), 422, "unknown-destination");
    }

    @Test
    void anotherMethodIsNotAllowed() {
        WebTestClient.ResponseSpec answer =
                ingress.client().get().uri("/v1/inbound/acme-generic").exchange();

        answer.expectHeader().valueEquals("Allow", "POST");
        assertProblem(answer, 405, "method-not-allowed");
    }

    private static void assertProblem(WebTestClient.ResponseSpec answer, int status, String type) {
        byte[] body = answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:uptext:problem:" + type)
                .jsonPath("$.status")
                .isEqualTo(status)
                .returnResult()
                .getResponseBodyContent();
        assertThat(new String(body, StandardCharsets.UTF_8))
                .doesNotContain(NUMBER.substring(1), TEXT, "Exception", "at io.");
    }
}
