/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static io.uptext.quickstart.Running.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.vocabulary.ApiKey;
import io.uptext.platform.json.Json;
import io.uptext.testkit.contract.ApiContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.server.RouterFunction;
import tools.jackson.databind.JsonNode;

/** The running service and its OpenAPI document say the same. */
class ApiContractTests {

    private static final Path REGISTRY = Running.STACK.settings().registry();
    private static final String CHALLENGES = "/v1/challenges";
    private static final String VERIFIER = "{\"codeVerifier\":\"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk\"}";
    private static final String PKCE = "{\"codeChallenge\":\"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM\"}";

    /** Pages for browsers, described in docs/page.md: no program calls them, and they may change as pages do. */
    private static final Set<String> PAGES = Set.of("GET /c/page.js", "GET /c/{*id}", "POST /c/{*id}");

    private static final String LARGE = "x".repeat(9000);

    /** Faults of ours, and a verifier that needs more than two seconds; other tests make some of them. */
    private static final Pattern NOT_TO_BE_HAD_HERE = Pattern.compile(".* 50[03] .*|cancelChallenge 202 .*");

    private final Set<String> had = new TreeSet<>();
    private final ApiKey reader = ApiKey.random(new SecureRandom());
    private final ApiKey creator = ApiKey.random(new SecureRandom());
    private String registry = "";

    @BeforeEach
    void addKeysOfOneScope() throws IOException {
        registry = Files.readString(REGISTRY);
        Files.writeString(
                REGISTRY,
                registry
                        + """
              scoped:
                keyword: SCOPED
                destination: "50500"
                keys:
                  - {id: "%s", hash: "%s", scopes: [read]}
                  - {id: "%s", hash: "%s", scopes: [create]}
            """.formatted(reader.id(), reader.hash(), creator.id(), creator.hash())
                                .indent(0));
        await().until(() -> Running.api("GET", CHALLENGES + "/chl_none", reader.reveal(), "")
                        .statusCode()
                == 404);
    }

    @AfterEach
    void restore() throws IOException {
        Files.writeString(REGISTRY, registry);
    }

    @Test
    void the_service_shows_the_document_that_is_checked_in() throws IOException {
        URI served = URI.create(Addresses.url(Running.STACK.addresses().challenge()) + "/openapi.json");
        HttpResponse<String> answer =
                Running.send(HttpRequest.newBuilder(served).build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo(Files.readString(Contract.FILE));
    }

    @Test
    void every_route_but_those_of_pages_is_documented_and_everything_documented_is_a_route() {
        Pattern route = Pattern.compile("\\(([A-Z]+) && (\\S+)\\) ->");
        List<String> routes = Running.CHALLENGE_SERVICE.get().getBeansOfType(RouterFunction.class).values().stream()
                .flatMap(each -> route.matcher(each.toString()).results())
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
        List<String> known = new ArrayList<>(PAGES);
        known.add("GET /openapi.json");
        Contract.API
                .document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> known.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(routes)
                .as("ApiDescription says which there are, beside pages and itself")
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void every_answer_that_is_documented_can_be_had() {
        everythingFromCreate();
        everythingFromReadAndCancel();
        everythingFromRedeem();
        call("GET", "/.well-known/jwks.json", "", null, "");

        assertThat(had).containsExactlyInAnyOrderElementsOf(documented());
    }

    private void everythingFromCreate() {
        String key = Running.STACK.secrets().acmeKey();
        String name = "contract-" + System.nanoTime();
        String whole = "{\"msisdn\":\"" + Running.stranger()
                + "\",\"validity\":\"PT1M\",\"nonce\":\"n\",\"metadata\":{\"a\":\"b\"},"
                + "\"context\":{\"action\":\"Sign in\",\"device\":\"Firefox\",\"place\":\"Gothenburg\"}}";
        call("POST", CHALLENGES, key, name, whole);
        call("POST", CHALLENGES, key, name, "{}");
        call("POST", CHALLENGES, key, null, "{");
        call("POST", CHALLENGES, "", null, "");
        call("POST", CHALLENGES, reader.reveal(), null, "");
        call("POST", CHALLENGES, key, null, LARGE);
        call("POST", CHALLENGES, key, null, "{}", "text/plain");
        call("POST", CHALLENGES, key, null, "{\"msisdn\":\"12\"}");
        String bound = "{\"msisdn\":\"" + Running.stranger() + "\"}";
        // One more than may be open.
        for (int i = 0; i < 4; i++) {
            call("POST", CHALLENGES, creator.reveal(), null, bound);
        }
        call("POST", CHALLENGES, key, null, "{\"validity\":\"PT1H\"}");
    }

    private void everythingFromReadAndCancel() {
        String key = Running.STACK.secrets().acmeKey();
        call("GET", CHALLENGES, key, null, "");
        call("GET", CHALLENGES, "", null, "");
        call("GET", CHALLENGES, creator.reveal(), null, "");
        call("GET", CHALLENGES + "?limit=none", key, null, "");
        for (String method : List.of("GET", "DELETE")) {
            call(method, challenge("{}"), key, null, "");
            call(method, challenge("{}"), "", null, "");
            call(method, challenge("{}"), Running.STACK.secrets().otherKey(), null, "");
            call(method, challenge("{}"), creator.reveal(), null, "");
        }
        String confirmed = confirmed("{}");
        call("GET", confirmed, key, null, "");
        call("DELETE", confirmed, key, null, "");
    }

    private void everythingFromRedeem() {
        String key = Running.STACK.secrets().acmeKey();
        String redemption = confirmed(PKCE) + "/redemption";
        call("POST", redemption, "", null, VERIFIER);
        call("POST", redemption, reader.reveal(), null, VERIFIER);
        call("POST", redemption, Running.STACK.secrets().otherKey(), null, VERIFIER);
        call("POST", redemption, key, null, "{");
        call("POST", redemption, key, null, LARGE);
        call("POST", redemption, key, null, "{}", "text/plain");
        call("POST", redemption, key, null, "");
        call("POST", confirmed("{}") + "/redemption", key, null, VERIFIER);
        call("POST", challenge("{}") + "/redemption", key, null, "");
        call("POST", redemption, key, "one", VERIFIER);
        call("POST", redemption, key, "another", VERIFIER);
        String stranger = confirmed("{}") + "/redemption";
        call("POST", stranger, key, "no", "{\"disavow\":true}");
        call("POST", stranger, key, "no", "");
        call("POST", stranger, key, "another", "");
    }

    private void call(String method, String path, String key, @Nullable String name, String body) {
        call(method, path, key, name, body, "application/json");
    }

    private void call(String method, String path, String key, @Nullable String name, String body, String contentType) {
        URI url = URI.create(Addresses.url(Running.STACK.addresses().challenge()) + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).method(method, HttpRequest.BodyPublishers.ofString(body));
        request.header("Content-Type", contentType);
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        if (name != null) {
            request.header("Idempotency-Key", name);
        }
        HttpResponse<String> answer = Running.send(request.build());
        String operation = Contract.API
                .operation(method, url.getRawPath())
                .orElseThrow()
                .path("operationId")
                .asString();
        had.add(operation + " " + answer.statusCode() + " "
                + Json.MAPPER.readTree(answer.body()).path("type").asString("fine"));
    }

    private static Set<String> documented() {
        Set<String> all = new TreeSet<>();
        Contract.API
                .document()
                .path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .forEach(operation -> {
                    String id = operation.path("operationId").asString();
                    operation.path("responses").properties().forEach(response -> {
                        List<String> problems =
                                ApiContract.problems(response.getValue()).toList();
                        problems.forEach(type -> all.add(id + " " + response.getKey() + " " + type));
                        if (problems.isEmpty()) {
                            all.add(id + " " + response.getKey() + " fine");
                        }
                    });
                });
        all.removeIf(each -> NOT_TO_BE_HAD_HERE.matcher(each).matches());
        return all;
    }

    private static String challenge(String body) {
        return CHALLENGES + "/" + Running.create(body).path("id").asString();
    }

    private static String confirmed(String body) {
        JsonNode challenge = Running.create(body);
        Running.text(NUMBER, challenge.path("code").asString());
        return CHALLENGES + "/"
                + Running.awaitStatus(challenge, "confirmed").path("id").asString();
    }
}
