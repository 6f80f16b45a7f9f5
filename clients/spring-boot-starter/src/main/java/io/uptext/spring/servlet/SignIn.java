/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.servlet;

import io.uptext.spring.login.TextAuthentication;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * The end of a login, as Spring Security's own logins end.
 *
 * @param sessions what the site does with sessions at a login
 * @param arrival where the person is led
 */
record SignIn(
        SecurityContextHolderStrategy holder,
        SecurityContextRepository contexts,
        SessionAuthenticationStrategy sessions,
        AuthenticationSuccessHandler arrival,
        ApplicationEventPublisher events) {

    void perform(TextAuthentication authentication, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        authentication.setDetails(new WebAuthenticationDetailsSource().buildDetails(request));
        String before = request.getSession().getId();
        sessions.onAuthentication(authentication, request, response);
        // Whoever has planted a session id must not own a signed-in session, whatever the site has configured.
        if (before.equals(request.getSession().getId())) {
            request.changeSessionId();
        }
        SecurityContext context = holder.createEmptyContext();
        context.setAuthentication(authentication);
        holder.setContext(context);
        contexts.saveContext(context, request, response);
        events.publishEvent(new InteractiveAuthenticationSuccessEvent(authentication, SignIn.class));
        arrival.onAuthenticationSuccess(request, response, authentication);
    }

    /** Leads somebody on who has signed in meanwhile, in another tab; false if they have not. */
    boolean lead(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        Authentication who = holder.getContext().getAuthentication();
        if (who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken) {
            return false;
        }
        arrival.onAuthenticationSuccess(request, response, who);
        return true;
    }
}
