/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.webflux;

import io.uptext.spring.login.TextAuthentication;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The end of a login, as Spring Security's own logins end. */
record SignIn(ServerSecurityContextRepository contexts, ServerAuthenticationSuccessHandler arrival) {

    SignIn(ServerSecurityContextRepository contexts) {
        this(contexts, new RedirectServerAuthenticationSuccessHandler("/"));
    }

    Mono<Void> perform(TextAuthentication authentication, ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getSession()
                // Whoever has planted a session id must not own a signed-in session.
                .flatMap(WebSession::changeSessionId)
                .then(contexts.save(exchange, new SecurityContextImpl(authentication)))
                .then(arrival.onAuthenticationSuccess(new WebFilterExchange(exchange, chain), authentication));
    }

    /** Leads somebody on who has signed in meanwhile, in another tab; does the other thing if they have not. */
    Mono<Void> leadOr(Mono<Void> otherwise, ServerWebExchange exchange, WebFilterChain chain) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .filter(who -> who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken))
                .map(who -> arrival.onAuthenticationSuccess(new WebFilterExchange(exchange, chain), who))
                .defaultIfEmpty(otherwise)
                .flatMap(next -> next);
    }
}
