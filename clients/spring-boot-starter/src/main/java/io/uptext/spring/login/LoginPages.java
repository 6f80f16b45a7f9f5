/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

import io.uptext.spring.UptextProperties.NumberField;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;

/** What the person sees. Pages work without scripts, too: scripts only save the person from looking again and again. */
public final class LoginPages {

    private static final String HTML = "text/html;charset=UTF-8";
    private static final String NEVER_KEPT = "no-store";
    private static final Map<String, Page> FILES = Map.of(
            "/login.css", file("login.css", "text/css;charset=UTF-8"),
            "/login.js", file("login.js", "text/javascript;charset=UTF-8"),
            "/stream.js", file("stream.js", "text/javascript;charset=UTF-8"));
    private static final String VERSION = version();
    private static final Pattern ORIGIN =
            Pattern.compile("https?://(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?(?=[/?#]|$)");

    /** A form of the page leads back to the page. */
    private static final String HERE = "form-action 'self'; ";

    /**
     * A form of the page may sign in, and so lead to what the person wanted, be it at another origin: the client of an
     * authorization server, for example. Chrome applies form-action to each redirection after a form, and the page would hang.
     */
    private static final String ANYWHERE = "";

    private final String siteName;
    private final NumberField number;
    private final Clock clock;

    /** Pages of this site. */
    public LoginPages(String siteName, NumberField number, Clock clock) {
        this.siteName = siteName;
        this.number = number;
        this.clock = clock;
    }

    /** A file of the pages, by its path below {@link Paths#PAGE}. */
    public Optional<Page> file(String path) {
        return Optional.ofNullable(FILES.get(path));
    }

    /**
     * The page of a state.
     *
     * @param context the site's context path
     */
    public Page page(LoginState state, String context, Csrf csrf) {
        PendingLogin pending = state.pending();
        Map<String, String> values = new HashMap<>();
        values.put("base", context + Paths.PAGE);
        values.put("site", siteName);
        values.put("title", state.title());
        values.put("words", state.words());
        values.put("csrfName", csrf.parameter());
        values.put("csrfToken", csrf.token());
        values.put("challenge", pending == null ? "" : pending.id());
        return switch (state.kind()) {
            case START -> start(values);
            case WAITING -> waiting(values, present(pending).page());
            case QUESTION ->
                html(
                        state.words().isEmpty() ? "question-unseen" : "question",
                        values,
                        "Is this your number?",
                        "",
                        ANYWHERE);
            case RETRY -> html("retry", values, "One moment", "", ANYWHERE);
            case ENDED -> html("ended", values, state.title(), "", HERE);
        };
    }

    /** What somebody gets whose session has not begun the challenge, or who comes from a page of an older one. */
    public Page strange(String context, Csrf csrf) {
        LoginState state = LoginState.ended(
                "This page is out of date",
                "Only the browser that began a sign-in can finish it, and only its latest one. This page has signed nobody in.");
        Page page = page(state, context, csrf);
        return new Page(409, page.contentType(), page.policy(), page.cacheControl(), page.body());
    }

    private Page start(Map<String, String> values) {
        values.put(
                "numberField",
                number == NumberField.NONE
                        ? ""
                        : Templates.filled(
                                "number.html",
                                Map.of(
                                        "label",
                                                number == NumberField.REQUIRED
                                                        ? "Your phone number"
                                                        : "Your phone number (optional)",
                                        "hint",
                                                number == NumberField.REQUIRED
                                                        ? "Only that phone can then sign in."
                                                        : "With a number, only that phone can sign in.")));
        return html("start", values, "Sign in", "", HERE);
    }

    private Page waiting(Map<String, String> values, PendingLogin.Shown shown) {
        Instant now = clock.instant();
        values.put("text", shown.text());
        values.put("destination", shown.destination());
        values.put("smsLink", shown.smsLink().startsWith("sms:") ? shown.smsLink() : "#");
        values.put(
                "qr",
                "data:image/svg+xml;base64,"
                        + Base64.getEncoder().encodeToString(shown.qrSvg().getBytes(StandardCharsets.UTF_8)));
        values.put("now", now.toString());
        values.put("createdAt", shown.createdAt().toString());
        values.put("expiresAt", shown.expiresAt().toString());
        values.put("watchUrl", shown.watchUrl());
        values.put("waitToken", shown.waitToken());
        return html("waiting", values, "Waiting for your text", origin(shown.watchUrl()), ANYWHERE);
    }

    private Page html(String view, Map<String, String> values, String heading, String listensTo, String formAction) {
        values.put("heading", heading);
        values.put("version", VERSION);
        values.put("view", view);
        values.put("main", Templates.filled(view + ".html", values));
        String policy =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' "
                        + listensTo + "; " + formAction + "base-uri 'none'; frame-ancestors 'none'";
        return new Page(200, HTML, policy, NEVER_KEPT, Templates.filled("layout.html", values));
    }

    /**
     * Of another host: Uptext says it, and what it says must not become more of the policy than an origin. Names in private
     * networks have underscores, which for a URI are no host. Of anything else the page cannot listen, and people go on by hand.
     */
    private static String origin(String url) {
        Matcher origin = ORIGIN.matcher(url);
        return origin.lookingAt() ? origin.group() : "";
    }

    private static PendingLogin present(@Nullable PendingLogin pending) {
        if (pending == null) {
            throw new IllegalStateException("a session waits for nothing");
        }
        return pending;
    }

    private static Page file(String name, String contentType) {
        return new Page(200, contentType, "", "max-age=86400", Templates.file(name));
    }

    /** It is in the addresses of the files, so that a browser takes none of an older release. */
    private static String version() {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(FILES).values().forEach(file -> all.append(file.body()));
        return DigestUtils.md5DigestAsHex(all.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, 8);
    }
}
