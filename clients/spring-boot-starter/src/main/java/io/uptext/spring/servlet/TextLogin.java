/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.servlet;

import io.uptext.spring.login.LoginFlow;
import io.uptext.spring.login.LoginPages;
import io.uptext.spring.login.Paths;
import io.uptext.spring.login.TextLoginUsers;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Login by text in a chain of filters: {@code http.with(textLogin, withDefaults())}. */
public final class TextLogin extends AbstractHttpConfigurer<TextLogin, HttpSecurity> {

    private final LoginFlow flow;
    private final LoginPages pages;
    private final TextLoginUsers users;
    private final AtOnce atOnce;

    TextLogin(LoginFlow flow, LoginPages pages, TextLoginUsers users, AtOnce atOnce) {
        this.flow = flow;
        this.pages = pages;
        this.users = users;
        this.atOnce = atOnce;
    }

    /** Whoever looks at a page that needs a login is led to ours. */
    @Override
    public void init(HttpSecurity http) {
        ExceptionHandlingConfigurer<HttpSecurity> handling = configurer(http);
        if (handling != null) {
            MediaTypeRequestMatcher pages =
                    new MediaTypeRequestMatcher(MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML);
            pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
            handling.defaultAuthenticationEntryPointFor(entryPoint(pages), pages);
            handling.defaultAccessDeniedHandlerFor(new BackToThePage(), BackToThePage::isOurs);
        }
    }

    /** As the only one of a chain it is asked for everything, and a program cannot do anything with a page. */
    private static AuthenticationEntryPoint entryPoint(RequestMatcher pages) {
        AuthenticationEntryPoint people = new LoginUrlAuthenticationEntryPoint(Paths.PAGE);
        AuthenticationEntryPoint programs = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        return (request, response, reason) ->
                (pages.matches(request) ? people : programs).commence(request, response, reason);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable ExceptionHandlingConfigurer<HttpSecurity> configurer(HttpSecurity http) {
        return http.getConfigurer(ExceptionHandlingConfigurer.class);
    }

    /** Our filter stands behind the protection against CSRF and before everything that asks who somebody is. */
    @Override
    public void configure(HttpSecurity http) {
        SavedRequestAwareAuthenticationSuccessHandler arrival = new SavedRequestAwareAuthenticationSuccessHandler();
        RequestCache cache = http.getSharedObject(RequestCache.class);
        if (cache != null) {
            arrival.setRequestCache(cache);
        }
        SignIn signIn = new SignIn(
                getSecurityContextHolderStrategy(),
                shared(http, SecurityContextRepository.class, new HttpSessionSecurityContextRepository()),
                shared(http, SessionAuthenticationStrategy.class, new ChangeSessionIdAuthenticationStrategy()),
                arrival,
                http.getSharedObject(ApplicationContext.class));
        http.addFilterBefore(
                new TextLoginFilter(flow, pages, users, atOnce, signIn), AnonymousAuthenticationFilter.class);
    }

    private static <T> T shared(HttpSecurity http, Class<T> type, T otherwise) {
        T shared = http.getSharedObject(type);
        return shared == null ? otherwise : shared;
    }
}
