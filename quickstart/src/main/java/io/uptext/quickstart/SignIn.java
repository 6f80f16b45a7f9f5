/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.platform.json.Json;
import io.uptext.quickstart.phone.Phone;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** One whole sign-in over HTTP, step by step, as a relying party, a browser and a phone would do it. */
final class SignIn {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NUMBER = "+46701234567";

    private final Stack stack;
    private final BiConsumer<String, Duration> told;
    private long stepStarted = System.nanoTime();

    SignIn(Stack stack, BiConsumer<String, Duration> told) {
        this.stack = stack;
        this.told = told;
    }

    /** Performs it; an exception says which step went wrong. */
    void perform() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        URI challenges = URI.create(Addresses.url(stack.addresses().challenge()) + "/v1/challenges");
        JsonNode challenge = call("POST", challenges, "{\"msisdn\":\"" + NUMBER + "\"}", 201);
        done("challenge created");
        try (BufferedReader events = watch(challenge)) {
            expect("pending", nextEvent(events), "the browser's first event");
            done("browser waits");
            text(challenge);
            done("signed webhook acknowledged");
            expect("confirmed", nextEvent(events), "the browser's next event");
            done("outcome pushed to the browser");
        }
        URI own = challenges.resolve("/v1/challenges/" + challenge.path("id").asString(""));
        expect("confirmed", call("GET", own, "", 200), "the status for the relying party");
        done("status read by the relying party");
        JsonNode redeemed = call("POST", URI.create(own + "/redemption"), "", 200);
        if (redeemed.path("proof").asString("").isEmpty()) {
            throw new IllegalStateException("the redemption has no proof");
        }
        done("redeemed, with a proof");
    }

    private JsonNode call(String method, URI url, String body, int wanted) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + stack.secrets().acmeKey())
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = stack.http().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != wanted) {
            throw new IllegalStateException(
                    method + " answered " + answer.statusCode() + " instead of " + wanted + ": " + answer.body());
        }
        return Json.MAPPER.readTree(answer.body());
    }

    private BufferedReader watch(JsonNode challenge) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(challenge.path("watchUrl").asString("")))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + challenge.path("waitToken").asString(""))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<InputStream> answer = stack.http().send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the watch answered " + answer.statusCode() + " instead of 200");
        }
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private void text(JsonNode challenge) throws IOException, InterruptedException {
        HttpRequest webhook = stack.phone()
                .webhook(
                        Phone.TWILIO,
                        NUMBER,
                        challenge.path("destination").asString(""),
                        challenge.path("text").asString(""));
        int status =
                stack.http().send(webhook, HttpResponse.BodyHandlers.ofString()).statusCode();
        if (status / 100 != 2) {
            throw new IllegalStateException("the webhook was answered with " + status);
        }
    }

    /** The data of the next event; a stream that ends or stays silent is a failure. */
    private static JsonNode nextEvent(BufferedReader events)
            throws InterruptedException, ExecutionException, TimeoutException {
        return CompletableFuture.supplyAsync(() -> events.lines()
                        .filter(line -> line.startsWith("data:"))
                        .findFirst()
                        .map(line -> Json.MAPPER.readTree(line.substring("data:".length())))
                        .orElseThrow(() -> new IllegalStateException("the stream ended without an event")))
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void expect(String status, JsonNode seen, String what) {
        if (!seen.path("status").asString("").equals(status)) {
            throw new IllegalStateException(what + " is not \"" + status + "\"");
        }
    }

    private void done(String step) {
        long now = System.nanoTime();
        told.accept(step, Duration.ofNanos(now - stepStarted));
        stepStarted = now;
    }
}
