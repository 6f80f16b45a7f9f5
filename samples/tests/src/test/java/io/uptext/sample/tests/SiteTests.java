/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.sample.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.RequestOptions;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing in to the sample sites, by people and by others. */
class SiteTests {

    private static final String NUMBER = "+46701234567";
    private static final double PATIENCE_MS = 20_000;
    private static final Map<Kind, Site> SITES = new EnumMap<>(Kind.class);
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        setDefaultAssertionTimeout(PATIENCE_MS);
        chromium = Chromium.start();
        for (Kind kind : Kind.values()) {
            SITES.put(kind, Site.start(kind));
        }
    }

    @AfterAll
    static void stop() {
        chromium.close();
        SITES.values().forEach(Site::close);
    }

    @ParameterizedTest
    @EnumSource
    void the_phone_whose_number_was_given_signs_in_and_no_other(Kind kind) {
        try (Visitor visitor = visitor(kind, Visitor.desktop())) {
            visitor.wantsAccount().screen("start");
            String text = visitor.begins("+46 (70) 123-45 67");
            visitor.screen("waiting");
            String before = visitor.session();

            Uptext.text(Uptext.stranger(), text);
            assertThat(visitor.page.locator("#notice")).containsText("different phone");
            visitor.screen("wrong-phone");
            assertThat(visitor.isSignedIn()).isFalse();

            Uptext.text(NUMBER, text);
            visitor.seesAccountOf(NUMBER);
            assertThat(visitor.session()).isNotEqualTo(before);
            try (Visitor thief = visitor(kind, Visitor.desktop())) {
                thief.takesSession(before);
                assertThat(thief.isSignedIn()).isFalse();
            }
            assertThat(visitor.complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void without_a_number_nobody_is_signed_in_before_they_have_said_that_it_is_theirs(Kind kind) {
        String phone = Uptext.stranger();
        try (Visitor visitor = visitor(kind, Visitor.phone())) {
            visitor.wantsAccount().screen("start-phone");
            String text = visitor.begins("");
            String challenge = visitor.challenge();
            assertThat(visitor.page.locator("a.sms"))
                    .hasAttribute("href", Pattern.compile("sms:50500\\?&body=ACME%20LOGIN%20.+"));
            assertThat(visitor.page.locator("a.sms")).isVisible();
            visitor.screen("waiting-phone");

            Uptext.text(phone, text);
            assertThat(visitor.page.locator(".digits")).containsText(phone.substring(phone.length() - 2));
            visitor.screen("question-phone");
            assertThat(visitor.isSignedIn()).isFalse();
            // However often one asks to go on, it is a question.
            assertThat(visitor.sends("/login/text/finish", challenge).headers())
                    .containsEntry("location", "/login/text");
            assertThat(visitor.isSignedIn()).isFalse();

            visitor.page.locator("#accept").click();
            visitor.seesAccountOf(phone);
            assertThat(visitor.complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_is_not_that_number_is_not_signed_in_and_nobody_else_is(Kind kind) {
        try (Visitor visitor = visitor(kind, Visitor.desktop())) {
            String text = visitor.wantsAccount().begins("");
            String challenge = visitor.challenge();
            Uptext.text(Uptext.stranger(), text);
            assertThat(visitor.page.locator("#disown")).isVisible();
            visitor.screen("question");
            visitor.page.locator("#disown").click();
            assertThat(visitor.page.locator("h1")).hasText("Nobody has been signed in");
            visitor.screen("disowned");

            assertThat(Uptext.challenge(challenge)).contains("\"status\":\"confirmed\"", "disavowedAt");
            assertThat(visitor.sends("/login/text/accept", challenge).status()).isEqualTo(409);
            assertThat(visitor.sends("/login/text/finish", challenge).status()).isEqualTo(409);
            assertThat(visitor.isSignedIn()).isFalse();
            visitor.page.locator("#restart").click();
            visitor.begins("");
        }
    }

    @ParameterizedTest
    @EnumSource
    void only_the_session_that_began_can_finish_and_it_can_without_scripts(Kind kind) {
        try (Visitor visitor = visitor(kind, Visitor.withoutScripts());
                Visitor other = visitor(kind, Visitor.desktop())) {
            String text = visitor.wantsAccount().begins(NUMBER);
            String challenge = visitor.challenge();
            visitor.screen("without-scripts");
            visitor.page.locator("#finish button").click();
            assertThat(visitor.page.locator("#notice")).containsText("No matching text");
            Uptext.text(NUMBER, text);

            other.wantsAccount();
            for (String path : new String[] {"finish", "accept", "disown", "cancel"}) {
                APIResponse refused = other.sends("/login/text/" + path, challenge);
                assertThat(refused.status()).isEqualTo(409);
                assertThat(refused.text()).contains("Only the browser that began");
            }
            other.begins("");
            assertThat(other.sends("/login/text/finish", challenge).status()).isEqualTo(409);
            assertThat(other.isSignedIn()).isFalse();

            // The text may still be on its way: nobody is told when it has arrived.
            while (!visitor.page.url().contains("/account")) {
                visitor.page.locator("#finish button").click();
            }
            visitor.seesAccountOf(NUMBER);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_question_cannot_be_answered_before_it_is_asked(Kind kind) {
        try (Visitor visitor = visitor(kind, Visitor.withoutScripts())) {
            String text = visitor.wantsAccount().begins("");
            Uptext.text(Uptext.stranger(), text);
            visitor.sends("/login/text/accept", visitor.challenge());
            assertThat(visitor.isSignedIn()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_refused_request_is_told_in_plain_words(Kind kind) {
        try (Site strict = Site.strict(kind);
                Visitor visitor = new Visitor(chromium, kind, strict, Visitor.dark())) {
            String text = visitor.wantsAccount().begins(NUMBER);
            visitor.screen("waiting-dark");
            Uptext.text(Uptext.stranger(), text);
            assertThat(visitor.page.locator("h1")).hasText("Sign-in stopped");
            assertThat(visitor.page.locator("main")).containsText("A different phone sent this text");
            visitor.screen("denied-dark");
            assertThat(visitor.isSignedIn()).isFalse();
            visitor.page.locator("#restart").click();
            assertThat(visitor.page.locator("#msisdn")).isVisible();
            assertThat(visitor.complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_cancelled_request_and_an_impossible_number_lead_to_the_start(Kind kind) {
        try (Visitor visitor = visitor(kind, Visitor.desktop())) {
            visitor.wantsAccount().begins(NUMBER);
            visitor.page.locator("footer button").click();
            assertThat(visitor.page.locator("#msisdn")).isVisible();
            for (String number : new String[] {"12", "070 123 45 67", "+999 999 999 999"}) {
                visitor.page.locator("#msisdn").fill(number);
                visitor.page.locator("button.primary").click();
                assertThat(visitor.page.locator("#notice")).containsText("country code");
            }
            visitor.screen("impossible-number");
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_begins_all_the_time_is_asked_to_wait_and_others_are_not(Kind kind) {
        try (Visitor visitor = visitor(kind, Visitor.withoutScripts());
                Visitor other = visitor(kind, Visitor.withoutScripts())) {
            visitor.wantsAccount();
            for (int i = 0;
                    i < 30 && visitor.page.locator("#notice:not(:empty)").count() == 0;
                    i++) {
                visitor.page.locator("button.primary").click();
                if (visitor.page.locator("footer button").count() > 0) {
                    visitor.page.locator("footer button").click();
                }
            }
            assertThat(visitor.page.locator("#notice")).containsText("too many tries");
            visitor.screen("too-many");
            other.wantsAccount().begins("");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_page_that_is_loaded_again_waits_for_the_same_text(Kind kind) {
        try (Visitor visitor = visitor(kind, Visitor.desktop())) {
            String text = visitor.wantsAccount().begins(NUMBER);
            visitor.page.reload();
            assertThat(visitor.page.locator("#text")).hasText(text);
            Uptext.text(NUMBER, text);
            visitor.seesAccountOf(NUMBER);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_form_without_the_token_is_refused_and_a_program_is_not_led_to_a_page(Kind kind) {
        try (Visitor visitor = visitor(kind, Visitor.desktop())) {
            visitor.wantsAccount();
            var request = visitor.page.context().request();
            String url = Objects.requireNonNull(SITES.get(kind)).url();
            for (String path : new String[] {"/login/text", "/login/text/finish"}) {
                APIResponse refused =
                        request.post(url + path, RequestOptions.create().setMaxRedirects(0));
                // Servlets lead back to the page, as if nothing had been sent.
                assertThat(refused.status()).isEqualTo(kind == Kind.SERVLET ? 303 : 403);
                assertThat(visitor.fetch("/login/text").text()).contains("id=\"msisdn\"");
            }
            assertThat(request.get(
                                    url + "/account",
                                    RequestOptions.create().setMaxRedirects(0).setHeader("Accept", "application/json"))
                            .status())
                    .isEqualTo(401);
            APIResponse page = visitor.fetch("/login/text");
            assertThat(page.headers().get("content-security-policy"))
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.headers()).containsEntry("cache-control", "no-store");
        }
    }

    private static Visitor visitor(Kind kind, Browser.NewContextOptions options) {
        return new Visitor(chromium, kind, Objects.requireNonNull(SITES.get(kind)), options);
    }
}
