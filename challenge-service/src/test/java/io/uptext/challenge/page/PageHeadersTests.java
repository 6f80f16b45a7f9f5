/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PageHeadersTests {

    private static final Map<String, String> ALWAYS = insensitive(Map.of(
            "Cache-Control", "no-store",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Referrer-Policy", "no-referrer",
            "Strict-Transport-Security", "max-age=31536000",
            "X-Content-Type-Options", "nosniff"));

    @Test
    void a_page_allows_what_has_its_nonce_and_itself_and_the_notifier() {
        Shown page = Scene.waiting().show();
        assertThat(page.status()).isEqualTo(200);
        assertThat(without(page, "Content-Security-Policy", "Content-Length", "Content-Type"))
                .isEqualTo(ALWAYS);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy").replace(page.nonce(), "N"))
                .isEqualTo("default-src 'none'; script-src 'nonce-N'; style-src 'nonce-N'; img-src data:;"
                        + " connect-src 'self' https://watch.example.com:8443; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors https://acme.example http://localhost:9000");
    }

    @Test
    void every_style_and_script_of_a_page_has_its_nonce() {
        Shown page = Scene.waiting().show();
        assertThat(page.body().split("<(style|script)\\b", -1)).hasSize(4);
        assertThat(page.body().split("<(style|script)\\b[^>]* ?nonce=\"" + page.nonce() + "\">", -1))
                .hasSize(4);
        assertThat(page.body()).doesNotContainPattern("<[^>]+ (style|on[a-z]+)=");
    }

    @Test
    void no_two_answers_have_the_same_nonce() {
        Scene scene = Scene.waiting();
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            assertThat(nonces.add(scene.show().nonce())).isTrue();
        }
        assertThat(nonces).allMatch(nonce -> nonce.length() == 22);
    }

    @Test
    void the_answer_to_a_form_shows_nothing_and_allows_nothing() {
        Shown answer = EntryTests.enter(Scene.waiting(), "waitToken=" + Scene.TOKEN.reveal());
        assertThat(answer.status()).isEqualTo(303);
        assertThat(without(answer, "Content-Security-Policy", "Location", "Set-Cookie", "Content-Length"))
                .isEqualTo(ALWAYS);
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    @Test
    void a_refusal_has_no_nonce_and_allows_its_one_style() {
        Shown answer = Scene.open().show();
        assertThat(answer.status()).isEqualTo(404);
        assertThat(without(answer, "Content-Security-Policy", "Content-Length", "Content-Type"))
                .isEqualTo(ALWAYS);
        assertThat(answer.header("Content-Security-Policy"))
                .matches("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                        + " img-src data:; style-src 'sha256-[A-Za-z0-9+/]{43}='");
    }

    @Test
    void an_instance_that_starts_says_when_to_come_again() {
        Shown answer = new Scene().show();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(without(answer, "Content-Security-Policy", "Content-Length", "Content-Type", "Retry-After"))
                .isEqualTo(ALWAYS);
        assertThat(answer.body()).contains("<meta http-equiv=\"refresh\" content=\"2\">");
    }

    @Test
    void a_party_without_origins_could_frame_nothing() {
        assertThat(PageHeaders.policy("N", Scene.acme("Acme"), "https://watch.example.com"))
                .endsWith("; frame-ancestors 'none'");
    }

    @Test
    void the_script_is_a_file_that_may_be_kept_for_a_minute() {
        Shown script = Scene.open().get("/c/page.js");
        assertThat(script.status()).isEqualTo(200);
        assertThat(script.headers())
                .containsEntry("Content-Type", "text/javascript;charset=UTF-8")
                .containsEntry("Cache-Control", "public, max-age=60")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Cross-Origin-Resource-Policy", "same-origin");
        assertThat(script.body()).contains("uptext-challenge");
    }

    private static Map<String, String> without(Shown shown, String... names) {
        Map<String, String> others = insensitive(shown.headers());
        for (String name : names) {
            others.remove(name);
        }
        return others;
    }

    private static Map<String, String> insensitive(Map<String, String> headers) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return copy;
    }
}
