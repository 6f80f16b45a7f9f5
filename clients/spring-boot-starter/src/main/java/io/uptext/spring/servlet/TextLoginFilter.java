/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.servlet;

import io.uptext.client.Waiting;
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
import io.uptext.spring.login.TextLoginUsers;
import io.uptext.spring.login.Visit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** The pages of the login and what their forms do. The session says where the login stands; forms only move it on. */
final class TextLoginFilter extends OncePerRequestFilter {

    private static final int SEE_OTHER = 303;

    /** Tokens that are kept elsewhere do not belong to the session, and stay. */
    private static final HttpSessionCsrfTokenRepository SESSION_TOKENS = new HttpSessionCsrfTokenRepository();

    private final LoginFlow flow;
    private final LoginPages pages;
    private final TextLoginUsers users;
    private final SignIn signIn;

    TextLoginFilter(LoginFlow flow, LoginPages pages, TextLoginUsers users, SignIn signIn) {
        this.flow = flow;
        this.pages = pages;
        this.users = users;
        this.signIn = signIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!path.startsWith(Paths.PAGE)) {
            chain.doFilter(request, response);
            return;
        }
        switch (request.getMethod() + " " + path) {
            case "GET " + Paths.PAGE, "HEAD " + Paths.PAGE -> show(request, response);
            case "POST " + Paths.BEGIN -> begin(request, response);
            case "POST " + Paths.GO_ON, "POST " + Paths.ACCEPT, "POST " + Paths.DISOWN, "POST " + Paths.CANCEL ->
                move(path, request, response);
            default -> {
                Optional<Page> file = pages.file(path.substring(Paths.PAGE.length()));
                if (file.isPresent() && "GET".equals(request.getMethod())) {
                    write(file.get(), response);
                } else {
                    chain.doFilter(request, response);
                }
            }
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LoginState state = state(request);
        if (state.kind() == LoginState.Kind.ENDED) {
            request.getSession().removeAttribute(LoginState.ATTRIBUTE);
        }
        write(pages.page(state, request.getContextPath(), csrf(request)), response);
    }

    private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        csrf(request);
        String number = Optional.ofNullable(request.getParameter("msisdn")).orElse("");
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        LoginStep step = Waiting.until(flow.begin(number, new Visit(agent, request.getRemoteAddr())));
        renew(request, response);
        keep(step.next(), request, response);
    }

    /**
     * Being in the session when the text arrives is what signs in: whoever has planted its id, or has read the token in it,
     * must not be in it any more.
     */
    private static void renew(HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SESSION_TOKENS.saveToken(null, request, response);
    }

    private void move(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        LoginState state = state(request);
        PendingLogin pending = state.pending();
        if (pending == null || !state.isOf(request.getParameter("challenge"))) {
            write(pages.strange(request.getContextPath(), csrf(request)), response);
            return;
        }
        csrf(request);
        LoginStep step = Waiting.until(flow.move(path, state, pending));
        ProvenNumber proven = step.proven();
        if (proven == null) {
            keep(step.next(), request, response);
            return;
        }
        Admission admission = users.admit(proven);
        if (admission instanceof Admission.Admitted admitted) {
            request.getSession().removeAttribute(LoginState.ATTRIBUTE);
            signIn.perform(TextAuthentication.of(admitted), request, response);
        } else if (admission instanceof Admission.Refused refused) {
            keep(LoginState.ended("You cannot sign in here", refused.words()), request, response);
        }
    }

    private static LoginState state(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object kept = session == null ? null : session.getAttribute(LoginState.ATTRIBUTE);
        return kept instanceof LoginState state ? state : LoginState.none();
    }

    private static void keep(
            @org.jspecify.annotations.Nullable LoginState next,
            HttpServletRequest request,
            HttpServletResponse response) {
        request.getSession().setAttribute(LoginState.ATTRIBUTE, next);
        // Looking at the page again sends nothing again.
        response.setStatus(SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + Paths.PAGE);
    }

    private static Csrf csrf(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            return new Csrf(token.getParameterName(), token.getToken());
        }
        throw new IllegalStateException(Csrf.NEEDED);
    }

    private static void write(Page page, HttpServletResponse response) throws IOException {
        response.setStatus(page.status());
        response.setContentType(page.contentType());
        response.setHeader("Cache-Control", page.cacheControl());
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!page.policy().isEmpty()) {
            response.setHeader("Content-Security-Policy", page.policy());
            response.setHeader("Referrer-Policy", "same-origin");
        }
        byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
