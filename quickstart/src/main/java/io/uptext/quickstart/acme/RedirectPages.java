/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.acme;

import io.uptext.platform.json.Json;
import io.uptext.quickstart.web.Page;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The pages without any script: the browser goes to Uptext's page, and comes back from there. */
final class RedirectPages {

    private static final Page LAYOUT = Page.of("pages/acme/redirect/layout.html");
    private static final Page START = page("start");
    private static final Page GO = page("go");
    private static final Page END = page("end");

    private final Uptext uptext;
    private final Sessions sessions;
    private final String url;

    RedirectPages(Uptext uptext, Sessions sessions, String url) {
        this.uptext = uptext;
        this.sessions = sessions;
        this.url = url;
    }

    private static Page page(String name) {
        return Page.within(LAYOUT, "pages/acme/redirect/" + name + ".html");
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/redirect", _ -> START.answer(Map.of("words", "")))
                .POST("/redirect", this::begin)
                .GET("/redirect/go", this::go)
                .GET("/returned", this::returned)
                .build();
    }

    private Mono<ServerResponse> begin(ServerRequest request) {
        return request.formData().flatMap(form -> {
            ObjectNode wish = Uptext.wish(request);
            String number = tidy(form);
            if (!number.isEmpty()) {
                wish.put("msisdn", number);
            }
            String verifier = sessions.secret();
            wish.put("codeChallenge", Sessions.sha256(verifier));
            wish.put("returnUrl", url + "/returned");
            // It follows from the verifier, so that nothing more has to be remembered of the session.
            wish.put("state", Sessions.sha256("state|" + verifier));
            // A browser that starts again waits for the first no more, and a number may not have many.
            return Mono.justOrEmpty(sessions.waiting(request))
                    .flatMap(uptext::cancel)
                    .then(uptext.create(wish))
                    .flatMap(answer -> {
                        JsonNode challenge = Json.MAPPER.readTree(answer.body());
                        if (answer.statusCode() != 201) {
                            return START.answer(
                                    Map.of("words", challenge.path("detail").asString("Uptext refuses it.")));
                        }
                        // To a page that can be gone back to, which the answer to a form cannot.
                        return ServerResponse.seeOther(URI.create("/redirect/go"))
                                .cookie(sessions.begin(Sessions.Waiting.of(challenge, verifier)))
                                .build();
                    });
        });
    }

    private Mono<ServerResponse> go(ServerRequest request) {
        return Mono.justOrEmpty(sessions.waiting(request))
                .filter(waiting -> !waiting.page().isEmpty())
                .flatMap(waiting -> GO.answer(Map.of("page", waiting.page(), "token", waiting.token())))
                .switchIfEmpty(Mono.defer(
                        () -> ServerResponse.seeOther(URI.create("/redirect")).build()));
    }

    private static String tidy(MultiValueMap<String, String> form) {
        return Optional.ofNullable(form.getFirst("msisdn"))
                .orElse("")
                .replaceAll("[\\s().-]", "")
                .replaceFirst("^00", "+");
    }

    private Mono<ServerResponse> returned(ServerRequest request) {
        return Mono.justOrEmpty(sessions.waiting(request).filter(waiting -> isOurs(request, waiting)))
                .flatMap(waiting -> switch (request.queryParam("status").orElse("")) {
                    case "confirmed" -> uptext.redeem(waiting).map(RedirectPages::words);
                    case "disavowed" -> uptext.disavow(waiting).thenReturn("You said that it was not you.");
                    // The person may have cancelled there; of this, only we can tell Uptext.
                    case "cancelled" -> uptext.cancel(waiting).thenReturn("Not signed in.");
                    default -> Mono.just("Not signed in.");
                })
                .defaultIfEmpty("This is not the sign-in that began in this browser.")
                .flatMap(words -> END.answer(Map.of("words", words)));
    }

    /** Somebody else may have sent this browser here, with a sign-in of theirs. */
    private static boolean isOurs(ServerRequest request, Sessions.Waiting waiting) {
        return request.queryParam("state")
                        .filter(Sessions.sha256("state|" + waiting.verifier())::equals)
                        .isPresent()
                && request.queryParam("challenge")
                        .filter(waiting.challenge()::equals)
                        .isPresent();
    }

    /** The address of this page says that it is confirmed, which anybody could write; the redemption knows. */
    private static String words(HttpResponse<String> redeemed) {
        return redeemed.statusCode() == 200
                ? "Signed in as " + Acme.number(redeemed)
                : "Not signed in: Uptext does not confirm it.";
    }
}
