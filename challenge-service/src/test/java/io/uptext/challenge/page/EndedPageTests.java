/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.AuthCancelled;
import io.uptext.contracts.event.AuthDenied;
import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.ChallengeDisavowed;
import io.uptext.contracts.event.ChallengeRedeemed;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RedemptionId;
import io.uptext.platform.view.ViewLog;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.util.HtmlUtils;

class EndedPageTests {

    private static final RedemptionId REDEMPTION = new RedemptionId("red_" + "1".repeat(26));

    @Test
    void a_text_from_the_phone_that_was_named_leads_on_by_itself() {
        Shown page = ended(Scene.PHONE, Scene.confirmed()).show();
        String back = Scene.WAY_BACK.formatted("confirmed");
        assertThat(page.body()).contains("<h1>Your text has arrived</h1>");
        assertThat(page.link("Go on to <bdi>Acme</bdi>")).isEqualTo(back);
        assertThat(page.attribute("data-go-on")).isEqualTo(back);
        assertThat(HtmlUtils.htmlUnescape(page.body()))
                .contains("<noscript><meta http-equiv=\"refresh\" content=\"1;url=" + back + "\"></noscript>");
    }

    @Test
    void in_open_mode_the_person_is_asked_whose_number_it_was_before_anything_goes_on() {
        Shown page = ended(null, Scene.confirmed()).show();
        assertThat(page.body())
                .contains("<h1>Is this your number?</h1>")
                .contains("The text came from a phone whose number ends in <strong><bdi>67</bdi></strong>.")
                .doesNotContain("http-equiv=\"refresh\"", "data-go-on", "4567", "uptext-challenge.js");
        assertThat(page.link("Yes, go on")).isEqualTo(Scene.WAY_BACK.formatted("confirmed"));
        assertThat(page.link("No, that is not me")).isEqualTo(Scene.WAY_BACK.formatted("disavowed"));
    }

    @Test
    void a_site_that_redeems_before_the_person_has_answered_does_not_answer_for_them() {
        ChallengeRedeemed early = new ChallengeRedeemed(Scene.ID, Scene.ACME, REDEMPTION, Scene.END);
        Scene open = ended(null, Scene.confirmed());
        ViewLog.tell(open.view, early);
        assertThat(open.show().body())
                .contains("<h1>Is this your number?</h1>")
                .doesNotContain("http-equiv=\"refresh\"", "data-go-on");

        Scene named = ended(Scene.PHONE, Scene.confirmed());
        ViewLog.tell(named.view, early);
        assertThat(named.show().body())
                .contains("<h1>Your text has arrived</h1>")
                .contains("data-go-on");
    }

    @Test
    void what_was_disavowed_leads_on_nowhere() {
        Scene disavowed = ended(null, Scene.confirmed());
        ViewLog.tell(disavowed.view, new ChallengeDisavowed(Scene.ID, Scene.ACME, REDEMPTION, Scene.END));
        Shown page = disavowed.show();
        assertThat(page.body())
                .contains("<h1>Stopped, because it was not you</h1>")
                .doesNotContain("data-go-on", "refresh");
        assertThat(page.link("Back to <bdi>Acme</bdi>")).isEqualTo(Scene.WAY_BACK.formatted("disavowed"));
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of(new AuthExpired(Scene.ID, Scene.ACME, Scene.END), "expired", "The time is up"),
                Arguments.of(new AuthCancelled(Scene.ID, Scene.ACME, Scene.START), "cancelled", "Cancelled"),
                Arguments.of(denied(DenialReason.WRONG_PHONE), "denied", "Refused"));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void any_other_end_says_what_it_is_and_shows_the_way_back(Outcome outcome, String status, String heading) {
        for (@Nullable Msisdn phone : new Msisdn[] {Scene.PHONE, null}) {
            Shown page = ended(phone, outcome).show();
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body())
                    .contains("<h1>" + heading + "</h1>", "<title>" + heading + " · Acme</title>")
                    .doesNotContain("data-go-on", "refresh", "uptext-challenge.js", "7KQ4");
            assertThat(page.link("Back to <bdi>Acme</bdi>")).isEqualTo(Scene.WAY_BACK.formatted(status));
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_has_words_of_its_own(DenialReason reason) {
        String key = "denied." + reason.name().toLowerCase(java.util.Locale.ROOT);
        assertThat(ended(Scene.PHONE, denied(reason)).show().body())
                .contains(Html.text(Language.of("en").say(key)).markup());
    }

    private static AuthDenied denied(DenialReason reason) {
        return new AuthDenied(Scene.ID, Scene.ACME, reason, Scene.START);
    }

    private static Scene ended(@Nullable Msisdn phone, Outcome outcome) {
        Scene scene = Scene.open().with(Scene.created(phone, Scene.BACK, Scene.CONTEXT));
        ViewLog.tell(scene.view, outcome);
        return scene;
    }
}
