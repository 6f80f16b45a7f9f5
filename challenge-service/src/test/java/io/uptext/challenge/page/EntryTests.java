/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.AuthExpired;
import io.uptext.platform.view.ViewLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A site's form leads in. */
class EntryTests {

    static final String FORM = "application/x-www-form-urlencoded";

    private static final String TOKEN = Scene.TOKEN.reveal();

    @Test
    void the_token_becomes_a_cookie_that_no_script_and_no_neighbour_can_touch() {
        Shown answer = enter(Scene.waiting(), "waitToken=" + TOKEN);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/c/" + Scene.ID);
        // Two minutes and forty seconds are left, and ten minutes in which the page can be looked at.
        assertThat(answer.header("Set-Cookie"))
                .startsWith("__Host-uptext-" + Scene.ID + "=" + TOKEN + "; ")
                .contains("Path=/", "Max-Age=760", "Secure", "SameSite=Lax")
                .containsIgnoringCase("; HttpOnly")
                .doesNotContain("Domain");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void a_form_may_have_other_fields_and_a_charset() {
        assertThat(Scene.waiting()
                        .post(
                                "/c/" + Scene.ID,
                                "csrf=1&waitToken=" + TOKEN + "&go=Continue",
                                "Content-Type",
                                "application/x-www-form-urlencoded; charset=UTF-8")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_challenge_that_has_ended_still_has_its_page() {
        Scene scene = Scene.waiting();
        ViewLog.tell(scene.view, new AuthExpired(Scene.ID, Scene.ACME, Scene.END));
        assertThat(enter(scene, "waitToken=" + TOKEN).status()).isEqualTo(303);
    }

    @Test
    void a_browser_may_be_faster_than_the_log() {
        Scene scene = Scene.open();
        Shown before = enter(scene, "waitToken=" + TOKEN);
        scene.with(Scene.created(Scene.PHONE, Scene.BACK, null));
        assertThat(before.status()).isEqualTo(404);
        assertThat(enter(scene, "waitToken=" + TOKEN).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "waitToken=",
                "waitToken=upw_",
                "token=TOKEN",
                "waitToken=TOKEN&waitToken=TOKEN",
                "waitToken=TOKENa",
                "waitToken=TOKEN%00",
                "{\"waitToken\":\"TOKEN\"}",
            })
    void what_has_not_one_token_leads_nowhere(String body) {
        Shown answer = enter(Scene.waiting(), body.replace("TOKEN", TOKEN));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers()).doesNotContainKey("Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=a", "nonsense"})
    void another_kind_of_body_leads_nowhere(String type) {
        assertThat(Scene.waiting()
                        .post("/c/" + Scene.ID, "waitToken=" + TOKEN, "Content-Type", type)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_longer_body_than_others_is_a_problem() {
        Shown answer = enter(Scene.waiting(), "waitToken=" + TOKEN + "&more=" + "a".repeat(8 * 1024));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:uptext:problem:too-large").doesNotContain(TOKEN);
    }

    @Test
    void a_token_in_the_query_is_not_taken() {
        assertThat(Scene.waiting()
                        .post("/c/" + Scene.ID + "?waitToken=" + TOKEN, "a=b", "Content-Type", FORM)
                        .status())
                .isEqualTo(404);
    }

    /** Forms cannot be asked for again, and pages can: what was not looked at here is looked at there. */
    @Test
    void an_instance_that_has_just_started_lets_in_and_the_page_says_that_it_is_starting() {
        Scene scene = new Scene().with(Scene.created(Scene.PHONE, Scene.BACK, null));
        assertThat(enter(scene, "waitToken=" + TOKEN).status()).isEqualTo(303);
        assertThat(scene.show().status()).isEqualTo(503);
        ViewLog.hasReadAll(scene.view);
        assertThat(scene.show().status()).isEqualTo(200);
    }

    static Shown enter(Scene scene, String body) {
        return scene.post("/c/" + Scene.ID, body, "Content-Type", FORM);
    }
}
