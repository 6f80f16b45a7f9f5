/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.server.Creator;
import io.uptext.benchmarks.server.Server;
import io.uptext.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A relying party's server, which asks for one challenge after the other over one connection. */
final class Site implements AutoCloseable {

    private static final int CREATED = 201;

    /** What is another in each challenge, whoever it is for. */
    private static final Set<String> OF_EACH =
            Set.of("id", "code", "codeDisplay", "text", "smsLinks", "qrSvg", "createdAt", "expiresAt", "waitToken");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI challenges;
    private final String key;

    /** Asks with this API key. */
    Site(Server service, String key) {
        this.key = key;
        challenges = URI.create("http://127.0.0.1:" + service.port() + Creator.PATH);
    }

    /**
     * A challenge that was created.
     *
     * @param waitToken what a browser shows to watch it
     * @param nanos from the request to the whole answer
     * @param likeness the status, the headers and the body without what is another in each
     */
    record Created(String id, String text, String waitToken, long nanos, String likeness) {}

    /** Creates one that names a number. */
    Created create(String number) throws IOException, InterruptedException {
        HttpRequest request = request(challenges)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"msisdn\":\"" + number + "\",\"context\":{\"action\":\"Sign in\"}}"))
                .build();
        long begun = System.nanoTime();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        long nanos = System.nanoTime() - begun;
        if (answer.statusCode() != CREATED) {
            throw new IllegalStateException("a request was answered with " + answer.statusCode() + " rather than 201");
        }
        ObjectNode body = (ObjectNode) Json.MAPPER.readTree(answer.body());
        String id = body.path("id").asString();
        String text = body.path("text").asString();
        String waitToken = body.path("waitToken").asString();
        OF_EACH.forEach(name -> body.put(name, "*"));
        TreeMap<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        // A QR code is some bytes longer than another.
        headers.put("content-length", List.of("*"));
        return new Created(
                id, text, waitToken, nanos, withoutCounts(headers.toString()) + Json.MAPPER.writeValueAsString(body));
    }

    /** Each creation leaves the site one less, and is a moment later. */
    private static String withoutCounts(String headers) {
        return headers.replaceAll(";t=\\d+", ";t=*").replaceAll("\"party\";r=\\d+", "\"party\";r=*");
    }

    /** How one stands. */
    JsonNode show(String id) throws IOException, InterruptedException {
        HttpRequest request = request(URI.create(challenges + "/" + id)).build();
        return Json.MAPPER.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + key);
    }

    @Override
    public void close() {
        http.close();
    }
}
