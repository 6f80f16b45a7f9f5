/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where any phone can answer, a person says whether it was theirs before anybody is signed in. */
class OpenModePageTests extends BrowserTest {

    @ParameterizedTest
    @EnumSource
    void the_page_asks_whose_number_it_was_and_goes_on_if_it_is_the_persons(Look look) {
        try (BrowserContext context = chromium.open(look)) {
            Page page = AcmePage.waiting(context, look, "");
            Running.text(number, AcmePage.text(page));
            assertThat(AcmePage.element(page)).hasAttribute("state", "whose");
            assertThat(AcmePage.title(page)).hasText(look.word("whose"));
            assertThat(AcmePage.element(page).locator("section")).containsText(number.substring(number.length() - 2));
            Assertions.assertThat(page.content()).doesNotContain(number);
            look.screen(page, "whose");
            Axe.check(page);
            assertThat(AcmePage.signedIn(page)).isHidden();

            page.locator("#mine").click();
            assertThat(AcmePage.signedIn(page)).isVisible();
        }
    }

    @Test
    void a_number_of_somebody_else_signs_nobody_in_and_cannot_be_redeemed_afterwards() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = AcmePage.waiting(context, Look.DESKTOP, "");
            Running.text(number, AcmePage.text(page));
            page.waitForResponse("**/disavow", () -> page.locator("#not-mine").click());
            assertThat(AcmePage.title(page)).hasText(Look.DESKTOP.word("disavowed"));
            Look.DESKTOP.screen(page, "disavowed");
            Axe.check(page);
            Assertions.assertThat(page.evaluate("async () => (await fetch('/session', {method: 'POST'})).status"))
                    .isEqualTo(409);
        }
    }
}
