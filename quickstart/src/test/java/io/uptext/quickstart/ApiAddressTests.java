/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses that there are, and no other spelling that a proxy may have let pass. */
class ApiAddressTests extends ApiEdgeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/challenges/",
                "/v1/Challenges",
                "/V1/challenges",
                "/v1/challenges/..;/actuator",
                "/v1/x/../challenges",
                "/v1/x/..%2fchallenges",
                "/v1%2fchallenges",
                "/v1/challenges%2f",
                "/v1/challenges%00",
                "/v1/%c0%ae%c0%ae/challenges",
                "//v1/challenges",
                "/v1//challenges",
                "/%5c..%5cchallenges",
                "/favicon.ico",
                "/webjars/a.js",
                "*",
            })
    void nothing_else_is_there(String path) throws IOException {
        exchange(post("", BODY).replace("/v1/challenges HTTP", path + " HTTP")).isRefusedWith(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/ch%61llenges",
                "/v1/challenges;a=b",
                "v1/challenges",
                "/v1/challenges?msisdn=1&a=%ff",
                "http://evil.example.com/v1/challenges",
                "https://user@evil.example.com:1/v1/challenges",
            })
    void another_spelling_of_the_same_address_is_the_same_address(String target) throws IOException {
        exchange(post("", BODY).replace("/v1/challenges HTTP", target + " HTTP"))
                .isTaken();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env",
                "beans",
                "heapdump",
                "threaddump",
                "configprops",
                "loggers",
                "mappings",
                "shutdown",
                "prometheus"
            })
    void nothing_of_the_inside_is_shown(String endpoint) throws IOException {
        exchange("GET /actuator/" + endpoint + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                .isRefusedWith(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO", "post"})
    void a_method_that_is_not_documented_does_nothing(String method) throws IOException {
        ApiOutcome outcome = exchange(post("", BODY).replace("POST /", method + " /"));

        outcome.isRefusedWith(405, "method-not-allowed");
        assertThat(outcome.answers()).containsIgnoringCase("\r\nAllow: GET, HEAD, POST\r\n");
    }

    @Test
    void HEAD_is_GET_without_a_body_and_creates_nothing() throws IOException {
        ApiOutcome outcome = exchange(post("", BODY).replace("POST /", "HEAD /"));

        outcome.isNothing();
        assertThat(outcome.statuses()).containsExactly(200);
        assertThat(outcome.answers())
                .containsIgnoringCase("\r\nContent-Length: ")
                .endsWith("\r\n\r\n");
    }

    @Test
    void traces_are_not_sent_back() throws IOException {
        exchange(post("X-Secret: " + CANARY + "\r\n", BODY).replace("POST /", "TRACE /"))
                .isNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "X-Original-Method"})
    void a_method_cannot_be_overridden(String header) throws IOException {
        ApiOutcome listed = exchange(post(header + ": POST\r\n", BODY).replace("POST /", "GET /"));
        assertThat(listed.statuses()).containsExactly(200);
        assertThat(listed.published()).isZero();
        exchange(post(header + ": POST\r\n", BODY).replace("POST /v1/challenges", "PUT /v1/challenges?_method=POST"))
                .isNothing();
        exchange(post(header + ": DELETE\r\n", BODY)).isTaken();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: evil.example.com",
                "X-Forwarded-Proto: http",
                "X-Forwarded-Port: 8443",
                "X-Forwarded-Prefix: /evil",
                "X-Forwarded-For: 127.0.0.1",
                "Forwarded: for=127.0.0.1;host=evil.example.com;proto=http",
                "X-Original-URL: /actuator",
                "X-Rewrite-URL: /actuator",
            })
    void what_a_proxy_might_say_changes_nothing(String header) throws IOException {
        ApiOutcome outcome = exchange(post(header + "\r\n", BODY));

        outcome.isTaken();
        assertThat(outcome.answers())
                .contains("\"watchUrl\":\"" + Running.STACK.addresses().watchUrl() + "\"")
                .doesNotContain("evil", "8443");
    }
}
