/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.challenge.http.BrowserAddresses;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.Validity;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.platform.view.ChallengeView;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * {@code /c/{id}}: a site's form leads in, with the wait token in its body, and a link leads back. The browser is bound by a
 * cookie; whoever has not got it sees the very page that is shown where there is nothing.
 */
public final class HostedPage {

    private static final int NONCE_BYTES = 16;
    private static final Duration LONGEST = Validity.LONGEST.plus(ChallengeView.GRACE);
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);

    private final Visits visits;
    private final BrowserAddresses addresses;
    private final SmsLinkForm form;
    private final SecureRandom random;
    private final Clock clock;
    private final ClosedPages closed = new ClosedPages();

    /** Shows the pages of {@code visits}, offers messages by links of {@code form}, and draws nonces from {@code random}. */
    public HostedPage(Visits visits, BrowserAddresses addresses, SmsLinkForm form, SecureRandom random, Clock clock) {
        this.visits = visits;
        this.addresses = addresses;
        this.form = form;
        this.random = random;
        this.clock = clock;
    }

    /** Its addresses; none where there is no such page. */
    public RouterFunction<ServerResponse> routes() {
        if (addresses.page() == null) {
            return _ -> Mono.empty();
        }
        return RouterFunctions.route()
                .GET(BrowserAddresses.PATH + "page.js", _ -> script())
                // Whatever stands behind it: an address that cannot be one is answered like one that is not.
                .GET(BrowserAddresses.PATH + "{*id}", this::show)
                .POST(BrowserAddresses.PATH + "{*id}", this::enter)
                .build();
    }

    private Mono<ServerResponse> enter(ServerRequest request) {
        Language language = language(request);
        return EntryForm.token(request).flatMap(token -> {
            Optional<ChallengeId> id = id(request);
            if (id.isEmpty() || token.isEmpty()) {
                return closed.missing(language);
            }
            if (!visits.isCurrent()) {
                // The page itself looks at the cookie again, and it can be asked for again, which a form cannot.
                return bound(id.get(), token.get(), LONGEST);
            }
            return visits.find(id.get(), token.get())
                    .flatMap(this::bound)
                    .switchIfEmpty(Mono.defer(() -> closed.missing(language)));
        });
    }

    private Mono<ServerResponse> bound(Visit visit) {
        Duration life =
                Duration.between(clock.instant(), visit.created().expiresAt().plus(ChallengeView.GRACE));
        return bound(visit.created().challengeId(), visit.token(), life.isPositive() ? life : Duration.ZERO);
    }

    private static Mono<ServerResponse> bound(ChallengeId id, WaitToken token, Duration life) {
        return ServerResponse.seeOther(URI.create(BrowserAddresses.PATH + id.value()))
                .cookie(PageCookie.of(id, token, life))
                .headers(headers -> PageHeaders.set(headers, PageHeaders.policy()))
                .build();
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        Language language = language(request);
        Optional<ChallengeId> id = id(request);
        Optional<WaitToken> token = id.flatMap(known -> PageCookie.token(request.cookies(), known));
        if (id.isEmpty() || token.isEmpty()) {
            return closed.missing(language);
        }
        if (!visits.isCurrent()) {
            return closed.starting(language);
        }
        return visits.find(id.get(), token.get())
                .flatMap(visit -> page(request, visit, language))
                .switchIfEmpty(Mono.defer(() -> closed.missing(language)));
    }

    private Mono<ServerResponse> page(ServerRequest request, Visit visit, Language language) {
        Device device = Device.of(header(request, HttpHeaders.USER_AGENT));
        String nonce = nonce();
        // Here and not where the form is answered: with a form of another site browsers send no Lax cookies.
        List<ResponseCookie> surplus = PageCookie.surplus(
                request.headers().header(HttpHeaders.COOKIE), visit.created().challengeId());
        String page = Templates.page(
                PageModel.of(visit, language, nonce, new WaitingModel(addresses, device, form, clock.instant())));
        return ServerResponse.ok()
                .contentType(HTML)
                .headers(headers ->
                        PageHeaders.set(headers, PageHeaders.policy(nonce, visit.party(), addresses.watchOrigin())))
                .cookies(cookies -> surplus.forEach(cookie -> cookies.add(cookie.getName(), cookie)))
                .bodyValue(page);
    }

    private static Mono<ServerResponse> script() {
        return ServerResponse.ok()
                .contentType(new MediaType("text", "javascript", UTF_8))
                .headers(headers -> {
                    PageHeaders.setForAll(headers);
                    headers.set("Cache-Control", "public, max-age=60");
                })
                .bodyValue(Templates.SCRIPT);
    }

    private static Optional<ChallengeId> id(ServerRequest request) {
        try {
            return Optional.of(new ChallengeId(request.pathVariable("id").substring(1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Language language(ServerRequest request) {
        return Language.preferred(header(request, HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static String header(ServerRequest request, String name) {
        return String.join(",", request.headers().header(name));
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
