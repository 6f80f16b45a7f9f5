/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.uptext.element.Element;
import io.uptext.platform.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The element in a bare HTML file of another origin, under a strict policy. */
class OtherSiteTests extends OtherSiteTest {

    @Test
    void the_element_works_and_needs_nothing_that_the_policy_forbids() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            JsonNode challenge = created("");
            Page page = shown(context, challenge);
            assertThat(AcmePage.title(page)).hasText(Element.words("de").getOrDefault("title", ""));
            assertThat(page.locator("#qr")).isVisible();
            Look.DESKTOP.screen(page, "other-site");
            Axe.check(page);

            Running.text(number, challenge.path("text").asString());
            assertThat(AcmePage.element(page)).hasAttribute("state", "confirmed");
            Look.DESKTOP.screen(page, "other-site-confirmed");
            Axe.check(page);
            assertThat(page.evaluate("heard")).isEqualTo(List.of("confirmed"));
            assertThat(page.evaluate("violations")).isEqualTo(List.of());
        }
    }

    @Test
    void what_the_context_says_is_words_and_nothing_else() {
        String hostile = "<img src=x onerror=alert(1)>";
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            ObjectNode challenge = (ObjectNode) created(
                    ",\"context\":{\"action\":\"" + hostile + "\",\"device\":\"<b>bold</b>\",\"place\":\"</script>\"}");
            // Uptext would not let these through; the element does not rely on that.
            ((ObjectNode) challenge.path("context"))
                    .put("place", "a\u202eb\u0000\n\ndata: c" + "x".repeat(10_000))
                    .put("device", "</bdi></p><script>alert(1)</script>");
            challenge.put("relyingPartyName", "<h1>Acme</h1>");
            Page page = shown(context, challenge);
            assertThat(page.locator("#action")).hasText(hostile);
            assertThat(AcmePage.element(page).locator("img:not(#qr), b, script, h1"))
                    .hasCount(0);
            String header = AcmePage.element(page).locator("header").textContent();
            assertThat(header).doesNotContain("\u202e", "\u0000", "\n").hasSizeLessThan(400);
            Look.DESKTOP.screen(page, "hostile-context");
            Axe.check(page);
        }
    }

    @Test
    void an_unknown_token_is_told_as_a_request_that_nobody_knows() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            ObjectNode challenge = (ObjectNode) created("");
            challenge.put("waitToken", "upw_" + "A".repeat(43));
            Page page = shown(context, challenge);
            assertThat(AcmePage.element(page)).hasAttribute("state", "failed");
            Look.DESKTOP.screen(page, "failed");
            Axe.check(page);
            assertThat(page.evaluate("heard")).isEqualTo(List.of("failed unknown"));
        }
    }

    @Test
    void help_and_the_sites_other_way_come_after_a_minute() {
        try (BrowserContext context = chromium.open(Look.PHONE)) {
            Page page = context.newPage();
            page.clock().install();
            show(page, created(""));
            assertThat(page.locator("#slow")).isHidden();
            page.clock().fastForward(61_000);
            assertThat(page.locator("#slow")).isVisible();
            assertThat(page.locator("[slot=fallback]")).isVisible();
            Look.PHONE.screen(page, "slow");
            Axe.check(page);
        }
    }

    @Test
    void a_page_that_is_not_listed_hears_nothing() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            // The same server by another name is another origin.
            page.navigate(OtherSite.ORIGIN.replace("localhost", "127.0.0.1"));
            set(page, created(""));
            assertThat(AcmePage.element(page)).hasAttribute("connection", "lost");
        }
    }

    private JsonNode created(String more) {
        return Running.create("{\"msisdn\":\"" + number + "\"" + more + "}");
    }

    private static Page shown(BrowserContext context, JsonNode challenge) {
        Page page = context.newPage();
        show(page, challenge);
        return page;
    }

    private static void show(Page page, JsonNode challenge) {
        page.navigate(OtherSite.ORIGIN);
        set(page, challenge);
        assertThat(page.locator("#title")).isVisible();
    }

    private static void set(Page page, JsonNode challenge) {
        page.evaluate(
                "async (json) => { await customElements.whenDefined('uptext-challenge');"
                        + " document.querySelector('uptext-challenge').challenge = JSON.parse(json); }",
                Json.MAPPER.writeValueAsString(challenge));
    }
}
