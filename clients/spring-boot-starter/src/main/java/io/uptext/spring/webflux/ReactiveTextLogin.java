/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.webflux;

import io.uptext.spring.login.LoginFlow;
import io.uptext.spring.login.LoginPages;
import io.uptext.spring.login.Paths;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.DelegatingServerAuthenticationEntryPoint;
import org.springframework.security.web.server.DelegatingServerAuthenticationEntryPoint.DelegateEntry;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.HttpStatusServerEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.MediaTypeServerWebExchangeMatcher;

/** Login by text in a chain of filters: {@code textLogin.in(http).build()}. */
public final class ReactiveTextLogin {

    private final LoginFlow flow;
    private final LoginPages pages;
    private final ReactiveTextLoginUsers users;
    private final ServerSecurityContextRepository contexts;

    ReactiveTextLogin(
            LoginFlow flow, LoginPages pages, ReactiveTextLoginUsers users, ServerSecurityContextRepository contexts) {
        this.flow = flow;
        this.pages = pages;
        this.users = users;
        this.contexts = contexts;
    }

    /**
     * Adds it. Our filter stands behind the protection against CSRF and before everything that asks who somebody is; whoever
     * looks at a page that needs a login is led to ours.
     *
     * <p>It sets the repository of security contexts and the entry point. WebFlux has one of each, so what was set before is
     * gone: to have an entry point of your own, set it afterwards, and let it lead to {@link Paths#PAGE}.
     */
    public ServerHttpSecurity in(ServerHttpSecurity http) {
        return http.securityContextRepository(contexts)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(entryPoint()))
                .addFilterAt(
                        new TextLoginWebFilter(flow, pages, users, new SignIn(contexts)),
                        SecurityWebFiltersOrder.AUTHENTICATION);
    }

    private static ServerAuthenticationEntryPoint entryPoint() {
        MediaTypeServerWebExchangeMatcher pages =
                new MediaTypeServerWebExchangeMatcher(MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML);
        pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        DelegatingServerAuthenticationEntryPoint entryPoint = new DelegatingServerAuthenticationEntryPoint(
                new DelegateEntry(pages, new RedirectServerAuthenticationEntryPoint(Paths.PAGE)));
        entryPoint.setDefaultEntryPoint(new HttpStatusServerEntryPoint(HttpStatus.UNAUTHORIZED));
        return entryPoint;
    }
}
