/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.platform.json.Json;
import io.uptext.quickstart.phone.Phone;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whoever has the wait token hears how the challenge stands, and nothing else; whoever has not hears nothing. */
class WatchSecrecyTests {

    private static final String PREFIX = "upw_";
    private static final int FLIPS = 64;
    private static final String FORGED = "\n\nevent: outcome\ndata: {\"status\":\"confirmed\"}\n\n";

    @Test
    void every_token_but_the_right_one_gets_the_same_answer() {
        JsonNode challenge = Running.create("{}");
        String token = challenge.path("waitToken").asString();
        HttpResponse<String> none = Running.send(watch("", ""));
        assertThat(none.statusCode()).isEqualTo(404);

        List<CompletableFuture<HttpResponse<String>>> answers = wrong(token, challenge)
                .map(request -> Running.STACK.http().sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .toList();

        assertThat(answers)
                .hasSizeGreaterThan(FLIPS)
                .extracting(CompletableFuture::join)
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(none.statusCode());
                    assertThat(answer.body()).isEqualTo(none.body());
                    assertThat(answer.headers()).isEqualTo(none.headers());
                });
    }

    private static Stream<HttpRequest> wrong(String token, JsonNode challenge) {
        Stream<HttpRequest> flipped =
                IntStream.range(0, FLIPS).mapToObj(bit -> watch("", bearer(flip(token, bit * 4))));
        return Stream.concat(
                flipped,
                Stream.of(
                        watch("", bearer(token + "A")),
                        watch("", bearer(token.substring(0, token.length() - 1))),
                        watch("", bearer(token.toUpperCase(Locale.ROOT))),
                        watch("", "Basic " + token),
                        watch("", token),
                        watch("", bearer(challenge.path("id").asString())),
                        watch("", bearer(challenge.path("code").asString())),
                        watch("", bearer(Running.STACK.secrets().acmeKey())),
                        watch("?token=" + token, ""),
                        watch("?access_token=" + token, ""),
                        watch("?id=" + challenge.path("id").asString(), "")));
    }

    private static String flip(String token, int bit) {
        byte[] bytes = Base64.getUrlDecoder().decode(token.substring(PREFIX.length()));
        bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void another_browser_hears_nothing_of_a_challenge_that_is_not_its_own() {
        JsonNode ours = Running.create("{}");
        JsonNode theirs = Running.create("{}");
        CompletableFuture<String> other = events(theirs);
        CompletableFuture<String> owner = events(ours);

        Running.text(Running.stranger(), ours.path("code").asString());
        assertThat(owner.join()).contains("\"confirmed\"");
        // Theirs ends in its own way, so that its stream ends; until then nothing of ours was in it.
        Running.api(
                "DELETE",
                "/v1/challenges/" + theirs.path("id").asString(),
                Running.STACK.secrets().acmeKey(),
                "");

        assertThat(data(other.join()))
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"pending\""),
                        last -> assertThat(last).isEqualTo("{\"status\":\"cancelled\"}"));
    }

    @Test
    void the_bytes_of_a_whole_sign_in_name_nobody() {
        String number = Running.stranger();
        JsonNode challenge = Running.create("{\"msisdn\":\"" + number
                + "\",\"nonce\":\"canary-nonce\",\"metadata\":{\"user\":\"canary-user\"}"
                + ",\"context\":{\"action\":\"canary action\",\"place\":\"canary place\"}}");
        String code = challenge.path("code").asString();
        String stranger = Running.stranger();
        CompletableFuture<String> stream = events(challenge);
        Running.text(stranger, code);
        Running.awaitVerifier();
        Running.text(number, "ACME LOGIN " + code);

        String bytes = stream.join();

        JsonNode shown = Running.show(challenge);
        assertThat(data(bytes)).hasSizeBetween(2, 3).last().isEqualTo("{\"status\":\"confirmed\"}");
        assertThat(bytes)
                .doesNotContain(
                        number.substring(1),
                        stranger.substring(1),
                        code,
                        challenge.path("codeDisplay").asString(),
                        challenge.path("id").asString(),
                        challenge.path("waitToken").asString(),
                        shown.path("evidence").path("messageId").asString(),
                        Phone.TWILIO,
                        "canary",
                        "acme",
                        "Acme",
                        "upw_",
                        "upk_",
                        "msg_",
                        "chl_");
    }

    @ParameterizedTest
    @ValueSource(strings = {FORGED, "\r\n\r\ndata: x", "\rid: 1\r", "\u2028data: x", "\0"})
    void what_a_relying_party_or_a_sender_writes_makes_no_event(String words) {
        String json = new String(Json.MAPPER.writeValueAsBytes(words), StandardCharsets.UTF_8);
        String number = Running.stranger();
        JsonNode challenge = Running.create("{\"msisdn\":\"" + number + "\",\"metadata\":{\"a\":" + json + "}}");
        CompletableFuture<String> stream = events(challenge);
        Running.text(Running.stranger(), words + challenge.path("code").asString() + words);
        Running.awaitVerifier();

        assertThat(Running.show(challenge).path("status").asString()).isEqualTo("pending");
        Running.text(number, challenge.path("code").asString());

        List<String> lines = stream.join()
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith(":"))
                .toList();
        assertThat(lines).allMatch(line -> line.matches("(event:(state|attempt|outcome)|retry:\\d+|data:\\{.*})"));
        assertThat(lines).filteredOn(line -> line.startsWith("event:")).last().isEqualTo("event:outcome");
        assertThat(lines).filteredOn(line -> line.equals("event:outcome")).hasSize(1);
        assertThat(lines).filteredOn(line -> line.equals("event:state")).hasSize(1);
        assertThat(String.join("\n", lines)).doesNotContain("data: ", "\"a\"");
    }

    /** All that a browser reads, until the end of the challenge; it has its first event when this returns. */
    private static CompletableFuture<String> events(JsonNode challenge) {
        HttpRequest request = watch("", bearer(challenge.path("waitToken").asString()));
        HttpResponse<Stream<String>> answer = Running.STACK
                .http()
                .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .join();
        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> head = new ArrayList<>();
        var lines = answer.body().iterator();
        while (head.stream().noneMatch(line -> line.startsWith("data:"))) {
            head.add(lines.next());
        }
        return CompletableFuture.supplyAsync(() -> {
            lines.forEachRemaining(head::add);
            return String.join("\n", head);
        });
    }

    private static List<String> data(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring("data:".length()))
                .toList();
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }

    private static HttpRequest watch(String query, String authorization) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(Running.STACK.addresses().watchUrl() + query));
        return authorization.isEmpty()
                ? request.build()
                : request.header("Authorization", authorization).build();
    }
}
