/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.quickstart.phone.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Sign-ins over HTTP, on a real broker and a real Redis, through signed webhooks. */
class SignInTests {

    /** One of its own for each test: a number has three open challenges at most. */
    private final String number = Running.stranger();

    private final String bound = "{\"msisdn\":\"" + number + "\"}";

    @Test
    void the_smoke_test_of_the_quickstart_passes() throws Exception {
        new SignIn(Running.STACK, (_, _) -> {}).perform();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exact", "lower", "spaced", "dashed", "look-alikes", "keyword"})
    void the_right_code_confirms_however_it_is_written(String spelling) {
        JsonNode challenge = Running.create(bound);
        String code = challenge.path("code").asString("");
        String shown = challenge.path("codeDisplay").asString("");
        String text = switch (spelling) {
            case "lower" -> code.toLowerCase(Locale.ROOT);
            case "spaced" -> shown.replace('-', ' ');
            case "dashed" -> shown.replace('-', '\u2013');
            case "look-alikes" -> code.replace('0', 'o').replace('1', 'l');
            case "keyword" -> "  acme login " + code + ".\n";
            default -> code;
        };

        assertThat(Running.text(number, text)).isEqualTo(200);

        JsonNode confirmed = Running.awaitStatus(challenge, "confirmed");
        assertThat(confirmed.path("msisdn").asString("")).isEqualTo(number);
        JsonNode evidence = confirmed.path("evidence");
        assertThat(evidence.path("connector").asString("")).isEqualTo(Phone.TWILIO);
        assertThat(evidence.path("messageId").asString("")).startsWith("msg_");
        assertThat(Instant.parse(evidence.path("decidedAt").asString("")))
                .isAfterOrEqualTo(Instant.parse(evidence.path("receivedAt").asString("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two different codes", "wrong check character", "no code", "stop"})
    void a_text_without_exactly_one_right_code_confirms_nothing(String kind) {
        JsonNode challenge = Running.create("{}");
        String code = challenge.path("code").asString("");
        String text = switch (kind) {
            case "two different codes" -> code + " " + another(code);
            case "wrong check character" -> code.substring(0, 8) + (code.endsWith("A") ? "B" : "A");
            case "stop" -> "STOP " + code;
            default -> "hello";
        };

        assertThat(Running.text(Running.stranger(), text)).isEqualTo(200);
        Running.awaitVerifier();
        Running.text(number, code);

        JsonNode confirmed = Running.awaitStatus(challenge, "confirmed");
        assertThat(confirmed.path("msisdn").asString("")).isEqualTo(number);
    }

    @Test
    void the_right_code_from_another_phone_does_not_confirm_and_the_right_phone_still_can() {
        JsonNode challenge = Running.create(bound);
        String code = challenge.path("code").asString("");

        Running.text(Running.stranger(), code);
        Running.awaitVerifier();
        assertThat(Running.show(challenge).path("status").asString("")).isEqualTo("pending");

        Running.text(number, code);
        assertThat(Running.awaitStatus(challenge, "confirmed").path("msisdn").asString(""))
                .isEqualTo(number);
    }

    @Test
    void a_text_older_than_its_challenge_does_not_confirm() {
        String code = "7KQ4M2XHC";
        Running.text(Running.stranger(), code);
        Running.awaitVerifier();
        Running.RANDOM.nextCode(code);
        Running.CLOCK.ahead = Duration.ofSeconds(3);
        JsonNode challenge;
        try {
            challenge = Running.create("{}");
        } finally {
            Running.CLOCK.ahead = Duration.ZERO;
        }
        assertThat(challenge.path("code").asString("")).isEqualTo(code);
        Running.awaitVerifier();

        assertThat(Running.show(challenge).path("status").asString("")).isEqualTo("pending");
    }

    @Test
    void a_cancelled_challenge_stays_cancelled() {
        JsonNode challenge = Running.create(bound);
        String path = "/v1/challenges/" + challenge.path("id").asString("");
        String key = Running.STACK.secrets().acmeKey();

        assertThat(Running.api("DELETE", path, key, "").statusCode()).isEqualTo(200);
        Running.text(number, challenge.path("code").asString(""));
        Running.awaitVerifier();

        assertThat(Running.show(challenge).path("status").asString("")).isEqualTo("cancelled");
        assertThat(Running.api("DELETE", path, key, "").statusCode()).isEqualTo(409);
    }

    @Test
    void another_relying_party_sees_nothing_of_a_challenge() {
        JsonNode challenge = Running.create(bound);
        String path = "/v1/challenges/" + challenge.path("id").asString("");

        assertThat(Running.api("GET", path, Running.STACK.secrets().otherKey(), "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Running.api("DELETE", path, Running.STACK.secrets().otherKey(), "")
                        .statusCode())
                .isEqualTo(404);
    }

    private static String another(String code) {
        String data = code.charAt(0) == '2' ? "3" : "2";
        for (char check : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
            String candidate = data + code.substring(1, 8) + check;
            if (ChallengeCode.parse(candidate).isPresent()) {
                return candidate;
            }
        }
        throw new IllegalStateException("every eight characters have a check character");
    }
}
