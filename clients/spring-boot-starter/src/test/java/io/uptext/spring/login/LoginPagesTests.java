/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.spring.UptextProperties.NumberField;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LoginPagesTests {

    private static final String HOSTILE = "\"><script>alert(1)</script>{{csrfToken}}{{{main}}}$1\\";

    private final LoginPages pages = new LoginPages(HOSTILE, NumberField.OPTIONAL, Clock.systemUTC());

    @ParameterizedTest
    @EnumSource
    void nothing_that_is_shown_becomes_a_part_of_the_page(LoginState.Kind kind) {
        Page page =
                pages.page(state(kind, "https://watch.example.com:8443/v1/watch"), HOSTILE, new Csrf(HOSTILE, HOSTILE));
        assertThat(page.body()).doesNotContain("<script>alert", "\"><script");
        assertThat(page.body().split("<script", -1)).hasSize(2);
        assertThat(page.body()).doesNotContain("javascript:");
    }

    @Test
    void a_page_may_do_nothing_but_load_our_files_and_listen() {
        Page page = pages.page(
                state(LoginState.Kind.WAITING, "https://watch.example.com:8443/v1/watch"), "", new Csrf("_csrf", "t"));
        assertThat(page.policy())
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " connect-src 'self' https://watch.example.com:8443; base-uri 'none';"
                        + " frame-ancestors 'none'");
        assertThat(page.cacheControl()).isEqualTo("no-store");
        assertThat(page.body()).doesNotContain(" style=", " onclick=");
    }

    @ParameterizedTest
    @EnumSource
    void a_form_that_may_sign_in_may_lead_to_another_origin_and_no_other_form(LoginState.Kind kind) {
        Page page = pages.page(state(kind, "https://watch.example.com/v1/watch"), "", new Csrf("_csrf", "t"));
        boolean signsIn = List.of(LoginState.Kind.WAITING, LoginState.Kind.QUESTION, LoginState.Kind.RETRY)
                .contains(kind);
        assertThat(page.policy().contains("form-action")).isEqualTo(!signsIn);
    }

    @ParameterizedTest
    @CsvSource({
        "https://watch.example.com/v1/watch, https://watch.example.com",
        "http://my_notifier:8443/v1/watch, http://my_notifier:8443",
        "'https://[::1]:9/v1', 'https://[::1]:9'",
        "'https://evil.example.com;script-src *', ''",
        "https://user@evil.example.com/, ''",
        "javascript:alert(1), ''"
    })
    void what_is_listened_to_becomes_an_origin_of_the_policy_or_nothing(String url, String origin) {
        Page page = pages.page(state(LoginState.Kind.WAITING, url), "", new Csrf("_csrf", "t"));
        assertThat(page.policy()).contains("connect-src 'self' " + origin + ";");
        assertThat(page.policy()).doesNotContain("evil", "javascript");
    }

    @Test
    void the_files_of_the_pages_are_there_and_no_others() {
        for (String file : List.of("/login.css", "/login.js", "/stream.js")) {
            assertThat(pages.file(file)).isPresent();
        }
        for (String other : List.of("", "/", "/layout.html", "/../login.css", "/LoginPages.class")) {
            assertThat(pages.file(other)).isEmpty();
        }
    }

    @Test
    void a_number_that_is_asked_for_in_vain_is_not_asked_for() {
        LoginPages without = new LoginPages("Acme", NumberField.NONE, Clock.systemUTC());
        Csrf csrf = new Csrf("_csrf", "t");
        assertThat(without.page(LoginState.none(), "", csrf).body()).doesNotContain("msisdn");
        assertThat(pages.page(LoginState.none(), "", csrf).body()).contains("id=\"msisdn\"", "(optional)");
    }

    @Test
    void whose_text_it_was_is_asked_before_it_is_said_that_anybody_is_signed_in() {
        PendingLogin pending = state(LoginState.Kind.QUESTION, "https://watch.example.com/v1/watch")
                .pending();
        String question = pages.page(
                        new LoginState(LoginState.Kind.QUESTION, pending, "", "55"), "", new Csrf("_csrf", "t"))
                .body();
        assertThat(question)
                .contains(
                        "The text came from a number that ends in", "55", "Is this your number?", "Nobody is signed in")
                .doesNotContain("Signed in");
    }

    private static LoginState state(LoginState.Kind kind, String watchUrl) {
        PendingLogin pending = new PendingLogin(
                "chl_1",
                "v",
                "n",
                "r",
                false,
                new PendingLogin.Shown(
                        HOSTILE,
                        HOSTILE,
                        "javascript:alert(1)",
                        HOSTILE,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        watchUrl,
                        HOSTILE));
        return new LoginState(kind, pending, HOSTILE, HOSTILE);
    }
}
