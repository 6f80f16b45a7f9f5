/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.phone;

import io.uptext.platform.http.RequestBodies;
import io.uptext.platform.json.Json;
import io.uptext.quickstart.web.Answers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/** A phone whose texts reach the inbound SMS service as signed webhooks. */
public final class Phone {

    /** The connector that the simulated Twilio delivers to. */
    public static final String TWILIO = "twilio-50500";

    /** The connector that the simulated gateway delivers to. */
    public static final String GENERIC = "gateway-50500";

    private final HttpClient http;
    private final String inboundUrl;
    private final String twilioToken;
    private final String genericSecret;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** A phone that delivers to {@code inboundUrl}. */
    public Phone(HttpClient http, String inboundUrl, String twilioToken, String genericSecret, Clock clock) {
        this.http = http;
        this.inboundUrl = inboundUrl;
        this.twilioToken = twilioToken;
        this.genericSecret = genericSecret;
        this.clock = clock;
    }

    /** What the phone's page calls. */
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET(
                        "/connectors.json",
                        _ -> Answers.json(List.of(
                                Map.of("id", TWILIO, "label", "Twilio, short code (T2)"),
                                Map.of("id", GENERIC, "label", "Signed gateway, short code (T2)"))))
                .POST("/messages", this::send)
                .build();
    }

    /** The signed webhook of a text. */
    public HttpRequest webhook(String connector, String from, String to, String text) {
        byte[] id = new byte[16];
        random.nextBytes(id);
        String hex = HexFormat.of().formatHex(id);
        URI url = URI.create(inboundUrl + "/v1/inbound/" + connector);
        return connector.equals(GENERIC)
                ? SignedWebhooks.generic(url, genericSecret, "msg_" + hex, clock, from, to, text)
                : SignedWebhooks.twilio(url, twilioToken, "SM" + hex, from, to, text);
    }

    private Mono<ServerResponse> send(ServerRequest request) {
        return RequestBodies.bytes(request).flatMap(body -> {
            Text text;
            try {
                text = Json.MAPPER.readValue(body, Text.class);
            } catch (JacksonException e) {
                return Answers.problem(
                        400, "The request cannot be read", "Want JSON with from, to, text and connector.");
            }
            HttpRequest webhook = webhook(text.connector(), text.from(), text.to(), text.text());
            return Mono.fromFuture(() -> http.sendAsync(webhook, HttpResponse.BodyHandlers.ofString()))
                    .flatMap(answer -> answer.statusCode() / 100 == 2
                            ? Answers.json(Map.of(
                                    "status",
                                    answer.statusCode(),
                                    "signed",
                                    text.connector().equals(GENERIC) ? "webhook-signature" : "X-Twilio-Signature"))
                            : Answers.problemOf(answer))
                    .onErrorResume(
                            IOException.class,
                            _ -> Answers.problem(503, "No service", "Uptext does not answer just now."));
        });
    }

    private record Text(String from, String to, String text, String connector) {}
}
