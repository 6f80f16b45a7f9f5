/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import io.uptext.platform.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.node.ObjectNode;

/** People who use a keyboard, large letters, few colours or no motion, in each language. */
class AccessTests extends OtherSiteTest {

    /** What a window of 1280 pixels is at 400 % (WCAG 2.2, 1.4.10); at 200 % there is twice as much. */
    private static final int NARROW = 320;

    @ParameterizedTest
    @FieldSource("io.uptext.element.Element#LANGUAGES")
    void nothing_is_cut_off_in_a_narrow_window(String language) {
        try (BrowserContext context = chromium.open(Look.PHONE.options().setViewportSize(NARROW, 640))) {
            Page page = shown(context, language);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(NARROW);
            page.evaluate("document.querySelector('uptext-challenge').shadowRoot.querySelector('details').open = true");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(NARROW);
            Look.PHONE.screen(page, "narrow-" + language);
            Axe.check(page);
        }
    }

    @Test
    void a_keyboard_reaches_everything_in_the_order_of_the_page() {
        try (BrowserContext context = chromium.open(Look.PHONE)) {
            Page page = shown(context, "en");
            List<Object> reached = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                page.keyboard().press("Tab");
                reached.add(
                        page.evaluate(
                                "(at => at.getAttribute('aria-label') || at.textContent)(document.activeElement.shadowRoot.activeElement)"));
            }
            assertThat(reached)
                    .isEqualTo(List.of(
                            Look.PHONE.word("copyMessage"),
                            Look.PHONE.word("copyNumber"),
                            Look.PHONE.word("open"),
                            Look.PHONE.word("otherPhone"),
                            Look.PHONE.word("cancel")));
            page.keyboard().press("Enter");
            assertThat(AcmePage.element(page)).hasAttribute("state", "cancelled");
            // Whoever does not see hears what has become of it.
            assertThat(page.evaluate("document.activeElement.shadowRoot.activeElement.id"))
                    .isEqualTo("title");
        }
    }

    @Test
    void high_contrast_loses_nothing() {
        try (BrowserContext context = chromium.open(Look.DESKTOP.options().setForcedColors(ForcedColors.ACTIVE))) {
            Page page = shown(context, "en");
            Look.DESKTOP.screen(page, "high-contrast");
            Axe.check(page);
        }
    }

    @Test
    void nothing_moves_for_whoever_wants_that() {
        String moving = "document.querySelector('uptext-challenge').shadowRoot.getAnimations().length";
        try (BrowserContext usual = chromium.open(Look.DESKTOP);
                BrowserContext reduced = chromium.open(Look.DESKTOP.options().setReducedMotion(ReducedMotion.REDUCE))) {
            assertThat((Integer) shown(usual, "en").evaluate(moving)).isPositive();
            assertThat(shown(reduced, "en").evaluate(moving)).isEqualTo(0);
        }
    }

    private Page shown(BrowserContext context, String language) {
        ObjectNode challenge = (ObjectNode) Running.create("{\"msisdn\":\"" + number + "\"}");
        Page page = context.newPage();
        page.navigate(OtherSite.ORIGIN);
        page.evaluate(
                "async ([language, json]) => { await customElements.whenDefined('uptext-challenge');"
                        + " const element = document.querySelector('uptext-challenge');"
                        + " element.lang = language; element.challenge = JSON.parse(json); }",
                List.of(language, Json.MAPPER.writeValueAsString(challenge)));
        assertThat(AcmePage.element(page)).hasAttribute("connection", "live");
        assertThat(AcmePage.element(page).locator("[part=box]")).hasAttribute("lang", language);
        return page;
    }
}
