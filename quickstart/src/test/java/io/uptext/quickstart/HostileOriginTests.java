/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Pages that are not listed read nothing, however much their origin looks like one that is. */
class HostileOriginTests {

    private static final String ACME = Addresses.url(Running.STACK.addresses().acme());
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://evil-acme.com",
                "ACME.evil.example",
                "ACME0",
                "https://127.0.0.1",
                "http://127.0.0.1",
                "HTTP://127.0.0.1:1",
                "*"
            })
    void an_origin_that_is_not_listed_gets_no_header(String origin) {
        String hostile = origin.replace("ACME", ACME);
        JsonNode challenge = Running.create("{\"msisdn\":\"" + Running.stranger() + "\"}");
        HttpResponse<String> poll = Running.send(request(hostile)
                .header("Authorization", "Bearer " + challenge.path("waitToken").asString())
                .header("Accept", "application/json")
                .GET()
                .build());
        assertThat(poll.headers().firstValue(ALLOWED)).isEmpty();
        assertThat(preflight(hostile).headers().firstValue(ALLOWED)).isEmpty();
    }

    @Test
    void a_listed_origin_gets_it_exactly_and_without_cookies() {
        HttpResponse<String> preflight = preflight(ACME);
        assertThat(preflight.headers().firstValue(ALLOWED)).hasValue(ACME);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    private static HttpResponse<String> preflight(String origin) {
        return Running.send(request(origin)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization,prefer")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private static HttpRequest.Builder request(String origin) {
        return HttpRequest.newBuilder(
                        URI.create(Addresses.url(Running.STACK.addresses().notifier()) + "/v1/watch"))
                .header("Origin", origin);
    }
}
