/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.phone;

import io.uptext.platform.http.Problem;
import io.uptext.platform.json.Json;
import io.uptext.quickstart.web.Answers;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How texts come to the phone, and from the phone to its page. */
final class InboxApi {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final ServerSentEvent<String> COMMENT = ServerSentEvent.<String>builder()
            .comment("")
            .retry(Duration.ofSeconds(1))
            .build();

    private final Inbox inbox;

    InboxApi(Inbox inbox) {
        this.inbox = inbox;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/incoming", this::stream)
                .POST("/incoming", this::receive)
                .build();
    }

    private Mono<ServerResponse> receive(ServerRequest request) {
        return JsonBody.of(request)
                .flatMap(body -> Answers.json(inbox.receive(
                        body.field("from", JsonBody.LONGEST_NUMBER), body.field("text", JsonBody.LONGEST_TEXT))));
    }

    private Mono<ServerResponse> stream(ServerRequest request) {
        return Mono.fromCallable(() -> seen(request)).flatMap(this::streamAfter);
    }

    private Mono<ServerResponse> streamAfter(long seen) {
        // The first comment comes at once, for headers wait for it; the others show whether anybody still listens.
        Flux<ServerSentEvent<String>> comments =
                Flux.interval(Duration.ZERO, HEARTBEAT).onBackpressureDrop().map(_ -> COMMENT);
        Flux<ServerSentEvent<String>> texts = inbox.after(seen).map(InboxApi::event);
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .body(BodyInserters.fromServerSentEvents(comments.mergeWith(texts)));
    }

    private static ServerSentEvent<String> event(Received text) {
        return ServerSentEvent.<String>builder()
                .id(Long.toString(text.id()))
                .data(Json.MAPPER.writeValueAsString(text))
                .build();
    }

    /** The last text that the page has: a browser that comes back by itself knows better than the address. */
    private static long seen(ServerRequest request) {
        String id = Optional.ofNullable(request.headers().firstHeader("Last-Event-ID"))
                .or(() -> request.queryParam("after"))
                .orElse("0");
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw Problem.INVALID_REQUEST.because("after is the id of a text.");
        }
    }
}
