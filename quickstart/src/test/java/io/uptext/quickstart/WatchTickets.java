/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.platform.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** How tests get and show tickets. */
final class WatchTickets {

    private WatchTickets() {}

    /** What is answered to who asks for one with a wait token. */
    static HttpResponse<String> ask(String authorization) {
        return Running.send(post(authorization).build());
    }

    static HttpRequest.Builder post(String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(Running.STACK.addresses().watchUrl() + "/tickets"))
                .POST(HttpRequest.BodyPublishers.noBody());
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    /** A ticket that is good. */
    static JsonNode issued(JsonNode challenge) {
        HttpResponse<String> answer =
                ask("Bearer " + challenge.path("waitToken").asString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Json.MAPPER.readTree(answer.body());
    }

    /** A poll, which is answered at once, with a query at an instance. */
    static HttpRequest.Builder poll(int port, String query) {
        return HttpRequest.newBuilder(URI.create(Addresses.url(port) + "/v1/watch" + query))
                .header("Accept", "application/json")
                .GET();
    }

    /** The same at the first instance. */
    static HttpResponse<String> show(String query) {
        return Running.send(poll(Running.STACK.addresses().notifier(), query).build());
    }
}
