/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.phone;

import io.uptext.platform.http.ProblemException;
import io.uptext.quickstart.web.Answers;
import io.uptext.simulator.SimulatedSms;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** A phone whose texts reach the inbound SMS service as signed webhooks, and that receives texts, though none of ours. */
public final class Phone {

    /** The connector that the simulated Twilio delivers to. */
    public static final String TWILIO = "twilio-50500";

    /** The connector that the simulated gateway delivers to. */
    public static final String GENERIC = "gateway-50500";

    private static final String OPERATOR = "Operator";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http;
    private final Map<String, Route> routes;
    private final Clock clock;
    private final Inbox inbox;
    private final SecureRandom random = new SecureRandom();

    /** A phone that delivers to {@code inboundUrl}. */
    public Phone(HttpClient http, String inboundUrl, String twilioToken, String genericSecret, Clock clock) {
        this.http = http;
        this.clock = clock;
        this.inbox = new Inbox(clock);
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
                .add(new InboxApi(inbox).routes())
                .onError(ProblemException.class, (problem, _) -> Answers.problemOf(problem))
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
        return JsonBody.of(request).flatMap(body -> {
            String connector = body.field("connector", JsonBody.LONGEST_NAME);
            if (!routes.containsKey(connector)) {
                return Answers.problem(400, "No such route", "Choose one of the routes in the list.");
            }
            String to = body.field("to", JsonBody.LONGEST_NUMBER);
            HttpRequest webhook = webhook(
                    connector,
                    body.field("from", JsonBody.LONGEST_NUMBER),
                    to,
                    body.field("text", JsonBody.LONGEST_TEXT));
            return Mono.fromFuture(() -> http.sendAsync(webhook, HttpResponse.BodyHandlers.ofString()))
                    .timeout(PATIENCE)
                    .flatMap(answer -> answer.statusCode() / 100 == 2
                            ? delivered(connector, answer)
                            : undelivered(to, Answers.problemOf(answer)))
                    .onErrorResume(
                            failure -> failure instanceof IOException || failure instanceof TimeoutException,
                            _ -> undelivered(
                                    to, Answers.problem(503, "No service", "Uptext does not answer just now.")));
        });
    }

    private Mono<ServerResponse> delivered(String connector, HttpResponse<String> answer) {
        return Answers.json(
                Map.of("status", answer.statusCode(), "signed", route(connector).signature()));
    }

    /** As operators do, it says so in a text as well; whoever has closed the page finds it there later. */
    private Mono<ServerResponse> undelivered(String to, Mono<ServerResponse> answer) {
        inbox.receive(OPERATOR, "Your message to " + to + " could not be delivered.");
        return answer;
    }
}
