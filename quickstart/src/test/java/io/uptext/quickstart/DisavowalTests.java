/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static io.uptext.quickstart.Running.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.uptext.platform.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** "That is not my number": the relying party gives up what a stranger's phone has confirmed. */
class DisavowalTests {

    private static final String DISAVOW = "{\"disavow\":true}";

    @Test
    void what_was_disavowed_is_never_redeemed() {
        JsonNode challenge = confirmed();

        HttpResponse<String> disavowed = wish(challenge, DISAVOW, "a");
        assertThat(disavowed.statusCode()).as(disavowed.body()).isEqualTo(200);
        JsonNode answer = Json.MAPPER.readTree(disavowed.body());
        assertThat(answer.propertyNames()).containsExactly("id", "disavowedAt");

        HttpResponse<String> redeemed = wish(challenge, "{}", "b");
        assertThat(redeemed.statusCode()).isEqualTo(409);
        assertThat(redeemed.body()).contains("urn:uptext:problem:disavowed");
        JsonNode shown = Running.show(challenge);
        assertThat(shown.path("status").asString()).isEqualTo("confirmed");
        assertThat(shown.path("disavowedAt")).isEqualTo(answer.path("disavowedAt"));
        assertThat(shown.has("redeemedAt")).isFalse();
    }

    @Test
    void what_was_redeemed_cannot_be_disavowed_any_more() {
        JsonNode challenge = confirmed();
        assertThat(wish(challenge, "{}", "a").statusCode()).isEqualTo(200);

        List<String> log = new ArrayList<>();
        HttpResponse<String> disavowed = logging(log, () -> wish(challenge, DISAVOW, "b"));

        assertThat(disavowed.statusCode()).isEqualTo(409);
        assertThat(disavowed.body()).contains("urn:uptext:problem:already-redeemed");
        assertThat(log)
                .contains(challenge.path("id").asString() + " has been redeemed before, and was to be disavowed now");
        assertThat(Running.show(challenge).has("redeemedAt")).isTrue();
    }

    @Test
    void the_same_wish_is_granted_again_and_another_of_the_same_name_is_not() {
        JsonNode challenge = confirmed();
        HttpResponse<String> first = wish(challenge, DISAVOW, "a");

        assertThat(wish(challenge, DISAVOW, "a").body()).isEqualTo(first.body());
        HttpResponse<String> other = wish(challenge, "{}", "a");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("urn:uptext:problem:idempotency-mismatch");
    }

    @Test
    void nothing_is_disavowed_before_it_is_confirmed() {
        assertThat(wish(Running.create("{}"), DISAVOW, "a").body()).contains("urn:uptext:problem:not-confirmed");
    }

    private static JsonNode confirmed() {
        JsonNode challenge = Running.create("{}");
        Running.text(NUMBER, challenge.path("code").asString());
        var _ = Running.awaitStatus(challenge, "confirmed");
        return challenge;
    }

    private static HttpResponse<String> wish(JsonNode challenge, String body, String idempotencyKey) {
        return Running.send(HttpRequest.newBuilder(
                        URI.create(Addresses.url(Running.STACK.addresses().challenge()) + "/v1/challenges/"
                                + challenge.path("id").asString() + "/redemption"))
                .header("Authorization", "Bearer " + Running.STACK.secrets().acmeKey())
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static <T> T logging(List<String> lines, Supplier<T> action) {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try {
            return action.get();
        } finally {
            root.detachAppender(log);
            log.list.forEach(event -> lines.add(event.getFormattedMessage()));
        }
    }
}
