/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.servlet;

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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** The pages of the login and what their forms do. The session says where the login stands; forms only move it on. */
final class TextLoginFilter extends OncePerRequestFilter {

    static final int SEE_OTHER = 303;

    private static final String NO_ENTRY = "You cannot sign in here";
    private static final String NO_MORE_SESSIONS =
            "The site does not let you in just now. If you are signed in elsewhere, sign out there, and start again.";

    private final LoginFlow flow;
    private final LoginPages pages;
    private final TextLoginUsers users;
    private final AtOnce atOnce;
    private final SignIn signIn;

    TextLoginFilter(LoginFlow flow, LoginPages pages, TextLoginUsers users, AtOnce atOnce, SignIn signIn) {
        this.flow = flow;
        this.pages = pages;
        this.users = users;
        this.atOnce = atOnce;
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
        LoginState state = KeptLogin.of(request);
        if (state.kind() == LoginState.Kind.ENDED) {
            KeptLogin.remove(request);
        }
        write(pages.page(state, request.getContextPath(), csrf(request)), response);
    }

    private void begin(HttpServletRequest request, HttpServletResponse response) {
        csrf(request);
        String number = Optional.ofNullable(request.getParameter("msisdn")).orElse("");
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        Visit visit = new Visit(agent, request.getRemoteAddr());
        LoginStep step = atOnce.step(() -> flow.begin(number, visit, KeptLogin.of(request)), flow::busy);
        KeptLogin.renew(request, response);
        keep(step.next(), request, response);
    }

    private void move(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Csrf csrf = csrf(request);
        LoginState state = KeptLogin.of(request);
        PendingLogin pending = state.pending();
        if (pending == null || !state.isOf(request.getParameter("challenge"))) {
            // Who says "not me" is not led on as somebody whom another tab has signed in.
            boolean wantsOn = path.equals(Paths.GO_ON) || path.equals(Paths.ACCEPT);
            if (!wantsOn || !signIn.lead(request, response)) {
                write(pages.strange(request.getContextPath(), csrf), response);
            }
            return;
        }
        LoginStep step = atOnce.step(() -> flow.move(path, state, pending), () -> flow.busy(path, state, pending));
        // Two tabs, or a form that was sent twice: one of them signs in, and the other one waits until it has.
        synchronized (KeptLogin.mutex(request)) {
            Optional<LoginState> taken = KeptLogin.take(request, pending);
            if (taken.isPresent()) {
                go(step, taken.get(), request, response);
            } else if (!signIn.lead(request, response)) {
                backToThePage(request, response);
            }
        }
    }

    private void go(LoginStep step, LoginState taken, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        ProvenNumber proven = step.proven();
        if (proven == null) {
            keep(step.next(), request, response);
            return;
        }
        Admission admission = admission(proven, taken, request);
        if (admission instanceof Admission.Admitted admitted) {
            try {
                signIn.perform(TextAuthentication.of(admitted), request, response);
            } catch (AuthenticationException e) {
                keep(LoginState.ended(NO_ENTRY, NO_MORE_SESSIONS), request, response);
            }
        } else if (admission instanceof Admission.Refused refused) {
            keep(LoginState.ended(NO_ENTRY, refused.words()), request, response);
        }
    }

    /** If the site fails, the person can try again: the same redemption is then asked for again. */
    private Admission admission(ProvenNumber proven, LoginState taken, HttpServletRequest request) {
        try {
            return Objects.requireNonNull(users.admit(proven), "the site did not say who somebody is");
        } catch (RuntimeException e) {
            KeptLogin.put(request, taken);
            throw e;
        }
    }

    private static void keep(@Nullable LoginState next, HttpServletRequest request, HttpServletResponse response) {
        KeptLogin.put(request, next == null ? LoginState.none() : next);
        backToThePage(request, response);
    }

    /** Looking at the page again sends nothing again. */
    private static void backToThePage(HttpServletRequest request, HttpServletResponse response) {
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
