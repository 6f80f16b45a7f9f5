/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.platform.json.Json;
import io.uptext.quickstart.phone.Phone;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Wrong requests get a problem with a stable type, and Kafka gets nothing. */
class BadInputTests {

    private static final String CHALLENGES = "/v1/challenges";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"msisdn\":\"12\"}         | 422 | impossible-number",
                "{\"msisdn\":\"ACME\"}       | 422 | impossible-number",
                "{\"msisdn\":\"0701234567\"} | 422 | impossible-number",
                "{\"validity\":\"PT1H\"}     | 422 | invalid-request",
                "{\"validity\":\"PT-5S\"}    | 422 | invalid-request",
                "{\"validity\":\"soon\"}     | 422 | invalid-request",
                "{\"validity\":180}         | 400 | malformed",
                "{\"msisdn\":46701234567}   | 400 | malformed",
                "{\"metadata\":{\"a\":1}}    | 400 | malformed",
                "{\"msisdn\":{}}             | 400 | malformed",
                "{\"msisdn\":1,\"msisdn\":2} | 400 | malformed",
                "{                           | 400 | malformed",
                "null                        | 400 | malformed",
                "[]                          | 400 | malformed",
                "{\"context\":{\"action\":\"a\\nb\"}} | 422 | invalid-request",
            })
    void a_challenge_that_cannot_be_is_refused(String body, int status, String type) {
        long before = Records.count(Running.STACK);
        HttpResponse<String> answer =
                Running.api("POST", CHALLENGES, Running.STACK.secrets().acmeKey(), body);

        assertProblem(answer, status, type);
        assertThat(Records.count(Running.STACK)).isEqualTo(before);
    }

    @Test
    void an_unknown_key_is_refused() {
        assertProblem(Running.api("POST", CHALLENGES, "upk_acme_nothing", "{}"), 401, "unauthenticated");
    }

    @Test
    void a_body_beyond_8_KiB_is_refused() {
        String body = "{\"metadata\":{\"a\":\"" + "x".repeat(9000) + "\"}}";
        assertProblem(Running.api("POST", CHALLENGES, Running.STACK.secrets().acmeKey(), body), 413, "too-large");
    }

    @Test
    void an_unknown_challenge_is_not_found() {
        HttpResponse<String> answer = Running.api(
                "GET", CHALLENGES + "/chl_nothing", Running.STACK.secrets().acmeKey(), "");
        assertProblem(answer, 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                Phone.TWILIO + "|X-Twilio-Signature",
                Phone.GENERIC + "|webhook-signature",
            })
    void a_webhook_with_a_wrong_or_missing_signature_is_refused(String connector, String header) {
        long before = Records.count(Running.STACK);
        HttpRequest genuine = Running.STACK.phone().webhook(connector, Running.NUMBER, "50500", "hello");

        HttpRequest missing = HttpRequest.newBuilder(genuine, (name, _) -> !name.equalsIgnoreCase(header))
                .build();
        assertProblem(Running.send(missing), 401, "invalid-signature");
        HttpRequest wrong = HttpRequest.newBuilder(genuine, (_, _) -> true)
                .setHeader(header, "v1,AAAA")
                .build();
        assertProblem(Running.send(wrong), 401, "invalid-signature");
        assertThat(Records.count(Running.STACK)).isEqualTo(before);
    }

    @Test
    void a_webhook_of_an_unknown_connector_is_not_found() {
        HttpRequest genuine = Running.STACK.phone().webhook(Phone.TWILIO, Running.NUMBER, "50500", "hello");
        URI elsewhere = URI.create(Addresses.url(Running.STACK.addresses().inbound()) + "/v1/inbound/nobody");
        assertProblem(
                Running.send(HttpRequest.newBuilder(genuine, (_, _) -> true)
                        .uri(elsewhere)
                        .build()),
                404,
                "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "ACME,50500,impossible-number",
        "50500,50500,impossible-number",
        "+46701234567,99999,unknown-destination"
    })
    void a_signed_text_that_cannot_be_is_refused(String from, String to, String type) {
        long before = Records.count(Running.STACK);
        assertProblem(Running.send(Running.STACK.phone().webhook(Phone.TWILIO, from, to, "hello")), 422, type);
        assertThat(Records.count(Running.STACK)).isEqualTo(before);
    }

    @Test
    void a_watcher_without_the_token_of_a_challenge_is_refused() {
        URI watch = Running.STACK.addresses().watchUrl();
        HttpRequest none = HttpRequest.newBuilder(watch).build();
        HttpRequest unknown = HttpRequest.newBuilder(watch)
                .header("Authorization", "Bearer upw_" + "A".repeat(43))
                .build();
        assertProblem(Running.send(none), 404, "not-found");
        assertThat(Running.send(unknown).body()).isEqualTo(Running.send(none).body());
    }

    static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        JsonNode problem = Json.MAPPER.readTree(answer.body());
        assertThat(problem.path("type").asString("")).isEqualTo("urn:uptext:problem:" + type);
        assertThat(answer.body()).doesNotContain("at io.uptext", "Exception", Running.NUMBER);
    }
}
