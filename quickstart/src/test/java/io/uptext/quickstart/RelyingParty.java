/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Acme's server, at a stack's API. */
record RelyingParty(Stack stack) {

    HttpResponse<String> send(HttpRequest request) {
        try {
            return Contract.held(stack.http().send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    HttpResponse<String> api(String method, String path, String key, String body) {
        return send(HttpRequest.newBuilder(
                        URI.create(Addresses.url(stack.addresses().challenge()) + path))
                .header("Authorization", "Bearer " + key)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    JsonNode create(String body) {
        HttpResponse<String> answer =
                api("POST", "/v1/challenges", stack.secrets().acmeKey(), body);
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("creating answered " + answer.statusCode() + ": " + answer.body());
        }
        return Json.MAPPER.readTree(answer.body());
    }

    JsonNode show(JsonNode challenge) {
        String path = "/v1/challenges/" + challenge.path("id").asString("");
        return Json.MAPPER.readTree(
                api("GET", path, stack.secrets().acmeKey(), "").body());
    }

    JsonNode awaitStatus(JsonNode challenge, String status) {
        return Awaitility.await()
                .until(
                        () -> show(challenge),
                        shown -> shown.path("status").asString("").equals(status));
    }
}
