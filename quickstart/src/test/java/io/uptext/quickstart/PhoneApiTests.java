/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.platform.json.Json;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** How texts come to the phone, and from the phone to its page. */
@Timeout(60)
class PhoneApiTests {

    private static final String JSON = "application/json";

    private final OwnPhone phone = OwnPhone.start();

    @AfterEach
    void putAway() {
        phone.close();
    }

    @Test
    void a_page_is_told_what_it_has_not_seen_and_what_comes_then() throws Exception {
        phone.receives("Shop", "One");
        phone.receives("Shop", "Two");
        long first;
        try (BufferedReader stream = listen("?after=0")) {
            JsonNode one = next(stream);
            first = one.path("id").asLong();
            assertThat(one.path("from").asString()).isEqualTo("Shop");
            assertThat(List.of(
                            one.path("text").asString(),
                            next(stream).path("text").asString()))
                    .containsExactly("One", "Two");
            phone.receives("Shop", "Three");
            assertThat(next(stream).path("text").asString()).isEqualTo("Three");
        }
        try (BufferedReader stream = listen("?after=" + first)) {
            assertThat(next(stream).path("text").asString()).isEqualTo("Two");
        }
        try (BufferedReader stream = listen("?after=0", "Last-Event-ID", Long.toString(first))) {
            assertThat(next(stream).path("text").asString()).isEqualTo("Two");
        }
    }

    @Test
    void the_phone_keeps_the_last_hundred_texts() throws Exception {
        for (int i = 1; i <= 103; i++) {
            phone.receives("Shop", "text " + i);
        }
        try (BufferedReader stream = listen("")) {
            assertThat(next(stream).path("text").asString()).isEqualTo("text 4");
        }
    }

    @Test
    void the_phone_takes_no_text_that_a_page_from_elsewhere_could_send() throws Exception {
        String text = "{\"from\":\"Shop\",\"text\":\"One\"}";
        assertThat(phone.post("/incoming", "text/plain", text).statusCode()).isEqualTo(415);
        assertThat(phone.post("/messages", "text/plain", text).statusCode()).isEqualTo(415);
        HttpRequest untold = HttpRequest.newBuilder(URI.create(phone.url() + "incoming"))
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
        assertThat(Running.send(untold).statusCode()).isEqualTo(415);
    }

    @Test
    void what_is_no_text_is_refused_in_words() throws Exception {
        for (String path : List.of("/incoming", "/messages")) {
            for (String body : List.of("", "null", "[]", "{}", "{\"from\":null}", "{\"from\":7,\"text\":[]}")) {
                HttpResponse<String> answer = phone.post(path, JSON, body);
                assertThat(answer.statusCode()).as(path + " " + body).isEqualTo(422);
                assertThat(Json.MAPPER.readTree(answer.body()).path("detail").asString())
                        .contains("characters");
            }
            assertThat(phone.post(path, JSON, "{").statusCode()).isEqualTo(400);
            assertThat(phone.post(path, JSON, "x".repeat(9000)).statusCode()).isEqualTo(413);
        }
        String tooLong = "{\"from\":\"Shop\",\"text\":\"" + "x".repeat(1601) + "\"}";
        assertThat(phone.post("/incoming", JSON, tooLong).statusCode()).isEqualTo(422);
        HttpRequest astray = HttpRequest.newBuilder(URI.create(phone.url() + "incoming?after=yesterday"))
                .build();
        assertThat(Running.send(astray).statusCode()).isEqualTo(422);
    }

    @Test
    void what_the_phone_sends_and_receives_is_in_no_log() throws Exception {
        phone.receives("CANARY-FROM", "CANARY-TEXT");
        phone.post(
                "/messages",
                JSON,
                "{\"connector\":\"twilio-50500\",\"from\":\"+46709900471\",\"to\":\"99999\",\"text\":\"CANARY-SENT\"}");
        assertThat(Files.readString(Running.LOG)).isNotEmpty().doesNotContain("CANARY-", "46709900471");
    }

    private BufferedReader listen(String query, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(phone.url() + "incoming" + query))
                .header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<InputStream> answer =
                Running.STACK.http().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** The data of the next event; the class's patience ends a wait that is none. */
    private static JsonNode next(BufferedReader stream) throws Exception {
        String line = stream.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = stream.readLine();
        }
        assertThat(line).as("the stream goes on").isNotNull();
        return Json.MAPPER.readTree(line.substring("data:".length()));
    }
}
