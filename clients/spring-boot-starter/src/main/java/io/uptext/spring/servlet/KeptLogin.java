/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.servlet;

import io.uptext.spring.login.LoginState;
import io.uptext.spring.login.PendingLogin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.web.util.WebUtils;

/** The login that a session keeps. */
final class KeptLogin {

    /** Tokens that are kept elsewhere do not belong to the session, and stay. */
    private static final HttpSessionCsrfTokenRepository SESSION_TOKENS = new HttpSessionCsrfTokenRepository();

    private KeptLogin() {}

    static LoginState of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object kept = session == null ? null : session.getAttribute(LoginState.ATTRIBUTE);
        return kept instanceof LoginState state ? state : LoginState.none();
    }

    static void put(HttpServletRequest request, LoginState state) {
        request.getSession().setAttribute(LoginState.ATTRIBUTE, state);
    }

    static void remove(HttpServletRequest request) {
        request.getSession().removeAttribute(LoginState.ATTRIBUTE);
    }

    /** What two tabs of a session wait for each other by; it does not reach beyond this process. */
    static Object mutex(HttpServletRequest request) {
        return WebUtils.getSessionMutex(request.getSession());
    }

    /** Takes the login out, for whoever comes first; nothing, if another tab has ended it or begun another. */
    static Optional<LoginState> take(HttpServletRequest request, PendingLogin pending) {
        synchronized (mutex(request)) {
            LoginState state = of(request);
            if (!state.isOf(pending.id())) {
                return Optional.empty();
            }
            remove(request);
            return Optional.of(state);
        }
    }

    /**
     * Being in the session when the text arrives is what signs in: whoever has planted its id, or has read the token in it,
     * must not be in it any more.
     */
    static void renew(HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SESSION_TOKENS.saveToken(null, request, response);
    }
}
