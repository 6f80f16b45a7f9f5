/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.uptext.platform.json.Json;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people read whose text is not taken, and why. */
class RefusalPageTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int TOO_MANY = 5;

    private static Chromium chromium;

    @BeforeAll
    static void startBrowser() {
        setDefaultAssertionTimeout((double) PATIENCE.toMillis());
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

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
            Running.text(guesser, page.locator("#code-text").textContent());
            assertThat(page.locator("#notice"))
                    .hasText("This phone has sent too many wrong codes. Wait an hour or sign in another way.");
            assertThat(page.locator("main")).hasAttribute("data-state", "waiting");
            look.screen(page, "locked");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_different_phone_ends_the_sign_in_of_a_site_that_wants_it_so(Look look) {
        try (BrowserContext context = chromium.open(look)) {
            Page page = context.newPage();
            page.route("**/sign-in", RefusalPageTests::asksForTheStrictSite);
            AcmePage.waiting(page, look, Running.stranger());
            Running.text(Running.stranger(), page.locator("#code-text").textContent());
            assertThat(page.locator("main")).hasAttribute("data-state", "denied");
            assertThat(page.locator("#ended-title")).hasText("Sign-in stopped");
            assertThat(page.locator("#ended-words")).containsText("different phone");
            look.screen(page, "denied");
        }
    }

    /** The other relying party has no page, so it borrows Acme's; its challenges and their ends are real. */
    private static void asksForTheStrictSite(Route route) {
        String body = bound(Running.stranger());
        String key = Running.STACK.secrets().otherKey();
        JsonNode challenge = Json.MAPPER.readTree(
                Running.api("POST", "/v1/challenges", key, body).body());
        ((ObjectNode) challenge).set("smsLink", challenge.path("smsLinks").path("both"));
        route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody(Json.MAPPER.writeValueAsString(Map.of("challenge", challenge))));
    }

    private static String bound(String number) {
        return "{\"msisdn\":\"" + number + "\"}";
    }
}
