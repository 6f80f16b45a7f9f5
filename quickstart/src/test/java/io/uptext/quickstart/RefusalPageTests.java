/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.uptext.platform.json.Json;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What people read whose text is not taken, and why. */
class RefusalPageTests extends BrowserTest {

    private static final int TOO_MANY = 5;

    @ParameterizedTest
    @EnumSource
    void a_phone_that_has_guessed_is_told_that_it_is_locked_for_new_challenges_too(Look look) {
        String guesser = Running.stranger();
        String code = Running.create(bound(Running.stranger())).path("code").asString("");
        for (int i = 0; i < TOO_MANY; i++) {
            Running.text(guesser, code);
        }
        Running.awaitVerifier();

        try (BrowserContext context = chromium.open(look)) {
            Page page = AcmePage.waiting(context, look, guesser);
            Running.text(guesser, AcmePage.text(page));
            assertThat(AcmePage.notice(page)).hasText(look.word("flaw.sender_locked"));
            assertThat(AcmePage.element(page)).hasAttribute("state", "waiting");
            look.screen(page, "locked");
            Axe.check(page);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_different_phone_ends_the_sign_in_of_a_site_that_wants_it_so(Look look) {
        try (BrowserContext context = chromium.open(look)) {
            Page page = context.newPage();
            page.route("**/sign-in", RefusalPageTests::asksForTheStrictSite);
            AcmePage.waiting(page, look, Running.stranger());
            Running.text(Running.stranger(), AcmePage.text(page));
            assertThat(AcmePage.element(page)).hasAttribute("state", "denied");
            assertThat(AcmePage.title(page)).hasText(look.word("denied"));
            assertThat(AcmePage.element(page).locator("section")).containsText(look.word("denied.wrong_phone"));
            look.screen(page, "denied");
            Axe.check(page);
        }
    }

    /** The other relying party has no page, so it borrows Acme's; its challenges and their ends are real. */
    private static void asksForTheStrictSite(Route route) {
        String body = bound(Running.stranger());
        String key = Running.STACK.secrets().otherKey();
        JsonNode challenge = Json.MAPPER.readTree(
                Running.api("POST", "/v1/challenges", key, body).body());
        route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody(Json.MAPPER.writeValueAsString(Map.of("challenge", challenge))));
    }

    private static String bound(String number) {
        return "{\"msisdn\":\"" + number + "\"}";
    }
}
