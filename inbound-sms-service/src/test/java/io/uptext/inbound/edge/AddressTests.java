/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Signatures;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** There is one address for each connector, however it is spelled, and what a proxy says about it changes nothing. */
class AddressTests extends EdgeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/inbound",
                "/v1/inbound/",
                "/v1/inbound/form/",
                "/v1/inbound/nobody",
                "/v1/inbound/FORM",
                "/V1/inbound/form",
                "/v1/inbound/..;/actuator",
                "/v1/inbound/form/..;/json",
                "/v1/inbound/x/../form",
                "/v1/inbound/x/..%2fform",
                "/v1/inbound%2fform",
                "/v1/inbound/form%2f",
                "/v1/inbound/form%00",
                "/v1/inbound/%c0%ae%c0%ae/form",
                "//v1/inbound/form",
                "/v1//inbound/form",
                "/v1/inbound//form",
                "/%5c..%5cform",
                "/actuator",
                "/actuator/env",
                "/favicon.ico",
                "mailto:/v1/inbound/form",
                "http:/v1/inbound/form",
                "v1/inbound/form",
                "*",
            })
    void nothingElseIsThere(String path) throws IOException {
        deliver(Delivery.postForm("").replace("/v1/inbound/form HTTP", path + " HTTP"))
                .isRefusedWith(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/inbound/fo%72m",
                "/v1/inbound/form;a=b",
                "/v1/inbound/form?a=b&a=%ff",
                "http://evil.example.com/v1/inbound/form",
                "https://user@evil.example.com:1/v1/inbound/form",
            })
    void anotherSpellingOfTheSameAddressIsTheSameConnector(String target) throws IOException {
        deliver(Delivery.postForm("").replace("/v1/inbound/form HTTP", target + " HTTP"))
                .isTaken();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO", "post"})
    void aMethodThatTheProviderDoesNotUseIsNotAllowed(String method) throws IOException {
        deliver(Delivery.postForm("").replace("POST /", method + " /")).isRefusedWith(405);
    }

    @Test
    void tracesAreNotSentBack() throws IOException {
        Outcome outcome = deliver(
                Delivery.postForm("X-Secret: " + Delivery.CANARY + "\r\n").replace("POST /", "TRACE /"));

        outcome.isRefusedWith(405);
    }

    @Test
    void aHeadIsNoGetWhereAGetIsADelivery() throws IOException {
        String get = "GET /v1/inbound/query?" + Delivery.query() + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

        deliver(get.replace("GET /", "HEAD /")).isRefusedWith(405);
        deliver(get).isTaken();
    }

    @ParameterizedTest
    @CsvSource({
        "X-HTTP-Method-Override, POST",
        "X-HTTP-Method, POST",
        "X-Method-Override, POST",
        "X-Original-Method, POST",
    })
    void aMethodCannotBeOverridden(String header, String method) throws IOException {
        String headers = header + ": " + method + "\r\n";
        deliver(Delivery.postForm(headers).replace("POST /", "GET /")).isRefusedWith(405);
        deliver(Delivery.postForm("", Delivery.form() + "&_method=" + method).replace("POST /", "PUT /"))
                .isRefusedWith(405);
        deliver(Delivery.postForm(header + ": DELETE\r\n")).isTaken();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example.com",
                "X-Forwarded-Host: evil.example.com",
                "X-Forwarded-Proto: http",
                "X-Forwarded-Port: 8443",
                "X-Forwarded-Prefix: /evil",
                "X-Forwarded-For: 127.0.0.1",
                "Forwarded: host=evil.example.com;proto=http",
                "X-Original-URL: /v1/inbound/form",
                "X-Rewrite-URL: /v1/inbound/form",
            })
    void theUrlThatIsSignedIsTheConfiguredOne(String header) throws IOException {
        deliver(twilio(DoorsOnPort.TWILIO_URL, header)).isTaken();
        deliver(twilio("https://evil.example.com/v1/inbound/twilio", header)).isRefusedWith(401);
        deliver(twilio("http://sms.example.com/v1/inbound/twilio", header)).isRefusedWith(401);
        deliver(twilio("https://sms.example.com:8443/v1/inbound/twilio", header))
                .isRefusedWith(401);
        deliver(twilio("https://sms.example.com/evil/v1/inbound/twilio", header))
                .isRefusedWith(401);
    }

    @Test
    void theTargetOfARequestChangesTheSignedUrlByItsQueryOnly() throws IOException {
        String absolute = "https://evil.example.com/v1/inbound/twilio";

        deliver(twilio(DoorsOnPort.TWILIO_URL, "A: b").replace("/v1/inbound/twilio HTTP", absolute + " HTTP"))
                .isTaken();
        deliver(twilio(absolute, "A: b").replace("/v1/inbound/twilio HTTP", absolute + " HTTP"))
                .isRefusedWith(401);
        deliver(twilio(DoorsOnPort.TWILIO_URL + "?a=b", "A: b").replace("/twilio HTTP", "/twilio?a=b HTTP"))
                .isTaken();
        deliver(twilio(DoorsOnPort.TWILIO_URL, "A: b").replace("/twilio HTTP", "/twilio?a=b HTTP"))
                .isRefusedWith(401);
        deliver(twilio(DoorsOnPort.TWILIO_URL, "A: b").replace("/twilio HTTP", "/twilio;a=b HTTP"))
                .isTaken();
    }

    /** A good form of Twilio's, if this is the URL, with one more header, which is instead of one of that name. */
    private static String twilio(String url, String header) {
        String id = "SM" + UUID.randomUUID();
        String signature = Signatures.hmac(
                "HmacSHA1",
                DoorsOnPort.TWILIO_TOKEN.getBytes(UTF_8),
                (url + "BodyaFrom+" + Delivery.NUMBER + "MessageSid" + id + "To50500").getBytes(UTF_8));
        String body = "MessageSid=" + id + "&From=%2B" + Delivery.NUMBER + "&To=50500&Body=a";
        String request = Delivery.postForm("X-Twilio-Signature: " + signature + "\r\n", body)
                .replace("/form", "/twilio");
        String name = header.split(":", 2)[0];
        String replaced = request.replaceFirst("\r\n" + name + ":[^\r]*", "\r\n" + header);
        String withHeader =
                replaced.contains(header) ? replaced : request.replaceFirst("\r\n", "\r\n" + header + "\r\n");
        assertThat(withHeader).contains(header);
        return withHeader;
    }
}
