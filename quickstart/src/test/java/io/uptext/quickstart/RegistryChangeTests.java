/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.vocabulary.ApiKey;
import io.uptext.platform.json.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The registry changes while requests come. */
class RegistryChangeTests {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int REWRITES = 100;
    private static final int TAKEN_EVERY = 20;
    private static final int THREADS = 4;
    private static final Path FILE = Running.STACK.settings().registry();

    private final ApiKey key = ApiKey.random(new SecureRandom());
    private String before = "";

    @BeforeEach
    void keep() throws IOException {
        before = Files.readString(FILE);
    }

    @AfterEach
    void restore() throws IOException {
        Files.writeString(FILE, before);
        await().atMost(SOON).until(() -> read().statusCode() == 401);
    }

    @Test
    void a_key_may_do_what_its_scopes_say_and_nothing_else() throws IOException {
        Files.writeString(FILE, before + party("ACME NOW", "50500", "    scopes: [read]"));
        // Not found, so that it was let in.
        await().atMost(SOON).until(() -> read().statusCode() == 404);

        for (String method : List.of("POST", "DELETE")) {
            String path = method.equals("POST") ? "/v1/challenges" : "/v1/challenges/chl_nothing";
            HttpResponse<String> refused = Running.api(method, path, key.reveal(), "");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("urn:uptext:problem:forbidden");
        }
        assertThat(Running.api("POST", "/v1/challenges/chl_nothing/redemption", key.reveal(), "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void each_challenge_is_wholly_of_one_state() throws Exception {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtomicInteger refused = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        Files.writeString(FILE, before + party("STATE 0", "5000", ""));
        await().atMost(SOON).until(() -> create().statusCode() == 201);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < THREADS; i++) {
                var _ = threads.submit(() -> {
                    while (!over.get()) {
                        note(create(), seen, refused);
                    }
                });
            }
            try {
                for (int i = 1; i <= REWRITES; i++) {
                    // In place, so that it is half written at times.
                    Files.writeString(FILE, before + party("STATE " + i, String.valueOf(5000 + i), ""));
                    if (i % TAKEN_EVERY == 0) {
                        String state = "STATE " + i + " to " + (5000 + i);
                        await().atMost(SOON).until(() -> seen.contains(state));
                    }
                }
            } finally {
                over.set(true);
            }
        }

        assertThat(refused).hasValue(0);
        assertThat(seen).hasSizeGreaterThan(REWRITES / TAKEN_EVERY).allSatisfy(state -> {
            String[] parts = state.replace("STATE ", "").split(" to ", -1);
            assertThat(Integer.parseInt(parts[1])).isEqualTo(5000 + Integer.parseInt(parts[0]));
        });
    }

    private static void note(HttpResponse<String> answer, Set<String> seen, AtomicInteger refused) {
        if (answer.statusCode() == 201) {
            JsonNode challenge = Json.MAPPER.readTree(answer.body());
            String text = challenge.path("text").asString();
            seen.add(text.substring(0, text.lastIndexOf(' ')) + " to "
                    + challenge.path("destination").asString());
        } else {
            refused.incrementAndGet();
        }
    }

    private HttpResponse<String> create() {
        return Running.api("POST", "/v1/challenges", key.reveal(), "");
    }

    private HttpResponse<String> read() {
        return Running.api("GET", "/v1/challenges/chl_nothing", key.reveal(), "");
    }

    /** One more party, below those of the demo. */
    private String party(String keyword, String destination, String scopes) {
        return """
              changing:
                keyword: %s
                destination: "%s"
                limits: {creations-per-minute: 1000000}
                keys:
                  - id: "%s"
                    hash: "%s"
                %s
            """.formatted(keyword, destination, key.id(), key.hash(), scopes).indent(0);
    }
}
