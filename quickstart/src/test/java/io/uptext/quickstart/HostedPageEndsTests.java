/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.uptext.contracts.vocabulary.Msisdn;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of the hosted page when something else happens than a text. */
class HostedPageEndsTests extends BrowserTest {

    @Test
    void a_page_that_does_not_get_through_to_the_notifier_looks_again_by_itself() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            context.route("**/v1/watch", Route::abort);
            Page page = context.newPage();
            UptextPage.enter(page, Look.DESKTOP, number);
            assertThat(AcmePage.element(page)).hasAttribute("connection", "lost");
            Running.text(number, AcmePage.text(page));
            assertThat(UptextPage.wordsAtTheEnd(page))
                    .hasText("Signed in as " + Msisdn.ofE164(number).toString());
        }
    }

    @Test
    void without_a_network_the_page_stays_as_it_is() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            page.clock().install();
            UptextPage.enter(page, Look.DESKTOP, number);
            assertThat(AcmePage.element(page)).hasAttribute("connection", "live");
            String text = AcmePage.text(page);
            page.evaluate("window.isTheSame = true");
            context.setOffline(true);
            assertThat(AcmePage.element(page)).hasAttribute("connection", "lost");
            page.clock().runFor(30_000);
            assertThat(page.locator("#text")).hasText(text);
            context.setOffline(false);
            assertThat(AcmePage.element(page)).hasAttribute("connection", "live");
            assertThat(page.evaluate("window.isTheSame")).isEqualTo(true);
        }
    }

    @Test
    void whoever_cancels_goes_back_and_is_not_signed_in_and_the_page_has_ended() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            UptextPage.enter(page, Look.DESKTOP, number);
            String hosted = page.url();
            page.locator("#cancel").click();
            assertThat(UptextPage.wordsAtTheEnd(page)).hasText("Not signed in.");
            page.navigate(hosted);
            assertThat(page.locator("h1")).hasText(Look.DESKTOP.word("cancelled"));
            page.reload();
            assertThat(page.locator("main")).hasAttribute("data-state", "cancelled");
        }
    }

    @Test
    void what_the_site_cancels_is_told_and_leads_back() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            UptextPage.enter(page, Look.DESKTOP, number);
            assertThat(AcmePage.element(page)).hasAttribute("connection", "live");
            String path =
                    "/v1/challenges/" + UptextPage.challenge(page).path("id").asString();
            Running.api("DELETE", path, Running.STACK.secrets().acmeKey(), "");
            assertThat(AcmePage.element(page)).hasAttribute("state", "cancelled");
            Look.DESKTOP.screen(page, "hosted-cancelled");
            Axe.check(page);
            page.locator("[slot=restart]").click();
            assertThat(UptextPage.wordsAtTheEnd(page)).hasText("Not signed in.");
        }
    }

    @Test
    void whoever_starts_again_gives_up_what_was_begun() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            UptextPage.enter(page, Look.DESKTOP, number);
            JsonNode first = UptextPage.challenge(page);
            UptextPage.enter(page, Look.DESKTOP, number);
            assertThat(UptextPage.challenge(page)).isNotEqualTo(first);
            var _ = Running.awaitStatus(first, "cancelled");
        }
    }

    @Test
    void whoever_goes_back_finds_the_pages_that_led_here() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            UptextPage.enter(page, Look.DESKTOP, number);
            String hosted = page.url();
            page.goBack();
            assertThat(page.locator("#continue")).isVisible();
            page.locator("#continue").click();
            page.waitForURL(hosted);
            assertThat(page.locator("#text")).isVisible();
        }
    }
}
