/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.phone;

import io.uptext.platform.http.RequestBodies;
import io.uptext.platform.json.Json;
import io.uptext.quickstart.web.Answers;
import io.uptext.simulator.SimulatedSms;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
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
    private final Map<String, Route> routes;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** A phone that delivers to {@code inboundUrl}. */
    public Phone(HttpClient http, String inboundUrl, String twilioToken, String genericSecret, Clock clock) {
        this.http = http;
        this.clock = clock;
        URI connectors = URI.create(inboundUrl + "/v1/inbound/");
        this.routes = Map.of(
                TWILIO,
                Route.of("Twilio, short code (T2)", "twilio", connectors.resolve(TWILIO), twilioToken),
                GENERIC,
                Route.of("Signed gateway, short code (T2)", "generic", connectors.resolve(GENERIC), genericSecret));
    }

    /** What the phone's page calls. */
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET(
                        "/connectors.json",
                        _ -> Answers.json(Stream.of(TWILIO, GENERIC)
                                .map(id -> Map.of("id", id, "label", route(id).label()))
                                .toList()))
                .POST("/messages", this::send)
                .build();
    }

    /**
     * The signed webhook of a text.
     *
     * @throws IllegalArgumentException if the connector is not one of the two
     */
    public HttpRequest webhook(String connector, String from, String to, String text) {
        byte[] id = new byte[16];
        random.nextBytes(id);
        SimulatedSms sms = new SimulatedSms("SM" + HexFormat.of().formatHex(id), from, to, text);
        return route(connector).request(sms, clock.instant()).toHttp();
    }

    private Route route(String connector) {
        Route route = routes.get(connector);
        if (route == null) {
            throw new IllegalArgumentException("the phone has no such route");
        }
        return route;
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
            if (!routes.containsKey(text.connector())) {
                return Answers.problem(400, "No such route", "Choose one of the routes in the list.");
            }
            HttpRequest webhook = webhook(text.connector(), text.from(), text.to(), text.text());
            return Mono.fromFuture(() -> http.sendAsync(webhook, HttpResponse.BodyHandlers.ofString()))
                    .flatMap(answer -> answer.statusCode() / 100 == 2
                            ? Answers.json(Map.of(
                                    "status",
                                    answer.statusCode(),
                                    "signed",
                                    route(text.connector()).signature()))
                            : Answers.problemOf(answer))
                    .onErrorResume(
                            IOException.class,
                            _ -> Answers.problem(503, "No service", "Uptext does not answer just now."));
        });
    }

    private record Text(String from, String to, String text, String connector) {}
}
