/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.log;

import io.uptext.contracts.event.WebhookEndpointEnabled;
import io.uptext.contracts.event.WebhookReplayRequested;
import io.uptext.contracts.vocabulary.DeliveryId;
import io.uptext.contracts.vocabulary.WebhookId;
import io.uptext.notifier.webhook.Target;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import io.uptext.platform.json.Json;
import io.uptext.registry.Callers;
import io.uptext.registry.RelyingParty;
import io.uptext.registry.Scope;
import io.uptext.registry.Webhook;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code /v1/webhooks} and {@code /v1/webhook-deliveries} for relying parties, each of which sees its own only. */
public final class WebhookApi {

    private final Callers callers;
    private final DeliveryLog log;
    private final Function<Target, WebhookState> states;
    private final Requests requests;
    private final Clock clock;

    /** Shows what {@code log} and {@code states} say, and writes what is wanted to {@code requests}. */
    public WebhookApi(
            Callers callers, DeliveryLog log, Function<Target, WebhookState> states, Requests requests, Clock clock) {
        this.callers = callers;
        this.log = log;
        this.states = states;
        this.requests = requests;
        this.clock = clock;
    }

    /** The five addresses. */
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/v1/webhooks", this::webhooks)
                .POST("/v1/webhooks/{id}/enable", this::enable)
                .GET("/v1/webhook-deliveries", this::list)
                .GET("/v1/webhook-deliveries/{id}", this::show)
                .POST("/v1/webhook-deliveries/{id}/replay", this::replay)
                .build();
    }

    private Mono<RelyingParty> caller(ServerRequest request) {
        return callers.caller(request, Scope.WEBHOOKS).doOnNext(_ -> {
            if (!log.isCurrent()) {
                throw Problem.UNAVAILABLE.because("The log of deliveries is being read. Please repeat the request.");
            }
        });
    }

    private Mono<ServerResponse> webhooks(ServerRequest request) {
        return caller(request).flatMap(party -> {
            List<LoggedDelivery> waiting = log.of(party.id()).waiting();
            return json(new ShownWebhook.All(party.webhooks().stream()
                    .map(each -> ShownWebhook.of(each.id(), states.apply(new Target(party.id(), each)), waiting))
                    .toList()));
        });
    }

    private Mono<ServerResponse> enable(ServerRequest request) {
        return caller(request).flatMap(party -> {
            Webhook webhook = party.webhooks().stream()
                    .filter(each -> each.id().equals(request.pathVariable("id")))
                    .findFirst()
                    .orElseThrow(WebhookApi::nothing);
            return written(requests.enable(new WebhookEndpointEnabled(party.id(), new WebhookId(webhook.id()), now())))
                    .then(ServerResponse.noContent().build());
        });
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        return caller(request).flatMap(party -> json(Listing.of(request).page(log.of(party.id()))));
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        return caller(request).flatMap(party -> json(ShownDelivery.whole(own(party, request))));
    }

    private Mono<ServerResponse> replay(ServerRequest request) {
        return caller(request).flatMap(party -> {
            LoggedDelivery delivery = own(party, request);
            return written(requests.replay(WebhookReplayRequested.of(delivery.notice(), delivery.webhook(), now())))
                    .then(ServerResponse.status(HttpStatus.ACCEPTED).build());
        });
    }

    private LoggedDelivery own(RelyingParty party, ServerRequest request) {
        return id(request.pathVariable("id"))
                .flatMap(id -> log.of(party.id()).find(id))
                .orElseThrow(WebhookApi::nothing);
    }

    private static Optional<DeliveryId> id(String text) {
        try {
            return Optional.of(new DeliveryId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same for what is another's and for what is not at all. */
    private static ProblemException nothing() {
        return Problem.NOT_FOUND.because("There is no such webhook or delivery.");
    }

    private static Mono<Void> written(CompletionStage<Void> publication) {
        return Mono.fromCompletionStage(publication)
                .onErrorMap(_ -> Problem.UNAVAILABLE.because(
                        "Kafka has not taken the request in time, and may have it all the same. Please repeat it."));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Mono<ServerResponse> json(Object body) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .bodyValue(Json.MAPPER.writeValueAsBytes(body));
    }
}
