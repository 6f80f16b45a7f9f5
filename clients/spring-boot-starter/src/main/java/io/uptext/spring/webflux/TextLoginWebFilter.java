/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.webflux;

import io.uptext.spring.login.Admission;
import io.uptext.spring.login.Csrf;
import io.uptext.spring.login.LoginFlow;
import io.uptext.spring.login.LoginPages;
import io.uptext.spring.login.LoginState;
import io.uptext.spring.login.LoginStep;
import io.uptext.spring.login.Page;
import io.uptext.spring.login.Paths;
import io.uptext.spring.login.PendingLogin;
import io.uptext.spring.login.ProvenNumber;
import io.uptext.spring.login.TextAuthentication;
import io.uptext.spring.login.Visit;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.WebSessionServerCsrfTokenRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The pages of the login and what their forms do. The session says where the login stands; forms only move it on. */
final class TextLoginWebFilter implements WebFilter {

    /** Tokens that are kept elsewhere do not belong to the session, and stay. */
    private static final WebSessionServerCsrfTokenRepository SESSION_TOKENS = new WebSessionServerCsrfTokenRepository();

    private final LoginFlow flow;
    private final LoginPages pages;
    private final ReactiveTextLoginUsers users;
    private final SignIn signIn;

    TextLoginWebFilter(LoginFlow flow, LoginPages pages, ReactiveTextLoginUsers users, SignIn signIn) {
        this.flow = flow;
        this.pages = pages;
        this.users = users;
        this.signIn = signIn;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        if (!path.startsWith(Paths.PAGE)) {
            return chain.filter(exchange);
        }
        HttpMethod method = exchange.getRequest().getMethod();
        return switch (method + " " + path) {
            case "GET " + Paths.PAGE, "HEAD " + Paths.PAGE -> show(exchange);
            case "POST " + Paths.BEGIN -> begin(exchange);
            case "POST " + Paths.GO_ON, "POST " + Paths.ACCEPT, "POST " + Paths.DISOWN, "POST " + Paths.CANCEL ->
                move(path, exchange, chain);
            default -> {
                Optional<Page> file = pages.file(path.substring(Paths.PAGE.length()));
                yield file.isPresent() && HttpMethod.GET.equals(method)
                        ? write(file.get(), exchange)
                        : chain.filter(exchange);
            }
        };
    }

    private Mono<Void> show(ServerWebExchange exchange) {
        return csrf(exchange)
                .flatMap(csrf -> exchange.getSession().flatMap(session -> {
                    LoginState state = state(session);
                    if (state.kind() == LoginState.Kind.ENDED) {
                        session.getAttributes().remove(LoginState.ATTRIBUTE);
                    }
                    return write(pages.page(state, context(exchange), csrf), exchange);
                }));
    }

    private Mono<Void> begin(ServerWebExchange exchange) {
        String agent = Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT))
                .orElse("");
        return csrf(exchange)
                .then(field(exchange, "msisdn"))
                .zipWith(exchange.getSession().map(TextLoginWebFilter::state))
                .flatMap(asked -> Mono.fromFuture(
                        () -> flow.begin(asked.getT1(), new Visit(agent, address(exchange)), asked.getT2())))
                .flatMap(step -> renewed(exchange).then(keep(step.next(), exchange)));
    }

    /**
     * Being in the session when the text arrives is what signs in: whoever has planted its id, or has read the token in it,
     * must not be in it any more.
     */
    private static Mono<Void> renewed(ServerWebExchange exchange) {
        return SESSION_TOKENS
                .saveToken(exchange, null)
                .then(exchange.getSession().flatMap(WebSession::changeSessionId));
    }

    private Mono<Void> move(String path, ServerWebExchange exchange, WebFilterChain chain) {
        return csrf(exchange)
                .flatMap(csrf -> field(exchange, "challenge")
                        .zipWith(exchange.getSession().map(TextLoginWebFilter::state))
                        .flatMap(asked -> {
                            LoginState state = asked.getT2();
                            PendingLogin pending = state.pending();
                            if (pending == null || !state.isOf(asked.getT1())) {
                                return strange(path, csrf, exchange, chain);
                            }
                            return Mono.fromFuture(() -> flow.move(path, state, pending))
                                    .flatMap(step -> take(pending, exchange)
                                            .map(taken -> go(step, taken, exchange, chain))
                                            .switchIfEmpty(Mono.fromSupplier(
                                                    () -> signIn.leadOr(backToThePage(exchange), exchange, chain)))
                                            .flatMap(next -> next));
                        }));
    }

    /** Who says "not me" is not led on as somebody whom another tab has signed in. */
    private Mono<Void> strange(String path, Csrf csrf, ServerWebExchange exchange, WebFilterChain chain) {
        Mono<Void> refused = Mono.defer(() -> write(pages.strange(context(exchange), csrf), exchange));
        boolean wantsOn = path.equals(Paths.GO_ON) || path.equals(Paths.ACCEPT);
        return wantsOn ? signIn.leadOr(refused, exchange, chain) : refused;
    }

    /** Takes the login out, for whoever comes first; nothing, if another tab has ended it or begun another. */
    private static Mono<LoginState> take(PendingLogin pending, ServerWebExchange exchange) {
        return exchange.getSession().flatMap(session -> {
            LoginState state = state(session);
            return state.isOf(pending.id()) && session.getAttributes().remove(LoginState.ATTRIBUTE, state)
                    ? Mono.just(state)
                    : Mono.empty();
        });
    }

    private Mono<Void> go(LoginStep step, LoginState taken, ServerWebExchange exchange, WebFilterChain chain) {
        ProvenNumber proven = step.proven();
        if (proven == null) {
            return keep(step.next(), exchange);
        }
        return Mono.defer(() -> users.admit(proven))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("the site did not say who somebody is")))
                // The person can then try again: the same redemption is asked for again.
                .onErrorResume(failure -> put(taken, exchange).then(Mono.error(failure)))
                .flatMap(admission -> {
                    if (admission instanceof Admission.Admitted admitted) {
                        return signIn.perform(TextAuthentication.of(admitted), exchange, chain);
                    }
                    String words = admission instanceof Admission.Refused refused ? refused.words() : "";
                    return keep(LoginState.ended("You cannot sign in here", words), exchange);
                });
    }

    private static LoginState state(WebSession session) {
        return session.getAttribute(LoginState.ATTRIBUTE) instanceof LoginState state ? state : LoginState.none();
    }

    private static Mono<Void> keep(@Nullable LoginState next, ServerWebExchange exchange) {
        return put(next == null ? LoginState.none() : next, exchange).then(backToThePage(exchange));
    }

    private static Mono<Void> put(LoginState state, ServerWebExchange exchange) {
        return exchange.getSession()
                .doOnNext(session -> session.getAttributes().put(LoginState.ATTRIBUTE, state))
                .then();
    }

    /** Looking at the page again sends nothing again. */
    private static Mono<Void> backToThePage(ServerWebExchange exchange) {
        return Mono.defer(() -> {
            exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
            exchange.getResponse().getHeaders().setLocation(URI.create(context(exchange) + Paths.PAGE));
            return exchange.getResponse().setComplete();
        });
    }

    private static @Nullable String address(ServerWebExchange exchange) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        // Behind a proxy the name of it is the address, which is not looked up.
        return remote == null ? null : remote.getHostString();
    }

    private static String context(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().contextPath().value();
    }

    private static Mono<String> field(ServerWebExchange exchange, String name) {
        return exchange.getFormData()
                .map(form -> Optional.ofNullable(form.getFirst(name)).orElse(""));
    }

    private static Mono<Csrf> csrf(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        return token == null
                ? Mono.error(new IllegalStateException(Csrf.NEEDED))
                : token.map(drawn -> new Csrf(drawn.getParameterName(), drawn.getToken()));
    }

    private static Mono<Void> write(Page page, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(page.status()));
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.parseMediaType(page.contentType()));
        headers.setCacheControl(page.cacheControl());
        headers.set("X-Content-Type-Options", "nosniff");
        if (!page.policy().isEmpty()) {
            headers.set("Content-Security-Policy", page.policy());
            headers.set("Referrer-Policy", "same-origin");
        }
        byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
        headers.setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
