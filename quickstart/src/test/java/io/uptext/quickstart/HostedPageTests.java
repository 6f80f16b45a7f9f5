/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.uptext.contracts.vocabulary.Msisdn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Uptext's own page, to which Acme sends a browser and from which it comes back. */
class HostedPageTests extends BrowserTest {

    /** The page's own colour for what is to be pressed, as a browser tells colours. It changes what is not seen. */
    private static final String ACCENT =
            "main => { main.style.outlineColor = 'var(--accent)'; return getComputedStyle(main).outlineColor; }";

    @ParameterizedTest
    @EnumSource
    void a_browser_goes_to_the_page_and_comes_back_signed_in(Look look) {
        try (BrowserContext context = chromium.open(look)) {
            Page page = context.newPage();
            List<String> addresses = new ArrayList<>();
            page.onRequest(request -> addresses.add(request.url()));
            UptextPage.enter(page, look, number);
            assertThat(AcmePage.element(page)).hasAttribute("connection", "live");
            assertThat(AcmePage.title(page)).hasText(look.word("title"));
            String text = AcmePage.text(page);
            look.screen(page, "hosted");
            Axe.check(page);

            Running.text(number, text);
            assertThat(UptextPage.wordsAtTheEnd(page))
                    .hasText("Signed in as " + Msisdn.ofE164(number).toString());
            look.screen(page, "hosted-back");
            Axe.check(page);
            String code = text.substring(text.lastIndexOf(' ') + 1);
            assertThat(addresses)
                    .noneMatch(url -> url.contains("upw_") || url.contains(code) || url.contains(number.substring(1)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_browser_without_scripts_comes_back_signed_in_too(Look look) {
        try (BrowserContext context = chromium.open(withoutScripts(look))) {
            Page page = context.newPage();
            UptextPage.enter(page, look, number);
            Locator text = page.locator("dd.text");
            assertThat(text).isVisible();
            assertThat(page.locator("h2")).hasText(look.word("title"));
            // A phone opens the message itself; what has no messages has its picture.
            assertThat(page.locator("a[href^='sms:50500?body=']")).hasCount(look.isPhone() ? 1 : 0);
            assertThat(page.locator("article img")).isVisible(visible(!look.isPhone()));
            look.screen(page, "hosted-no-script");

            Running.text(number, text.textContent());
            // The page looks again by itself.
            assertThat(UptextPage.wordsAtTheEnd(page))
                    .hasText("Signed in as " + Msisdn.ofE164(number).toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void in_open_mode_it_asks_whose_number_it_was_without_scripts_too(Look look) {
        try (BrowserContext context = chromium.open(withoutScripts(look))) {
            Page page = context.newPage();
            UptextPage.enter(page, look, "");
            Running.text(number, page.locator("dd.text").textContent());
            assertThat(page.locator("h1")).hasText(look.word("whose"));
            assertThat(page.locator(".words")).containsText(number.substring(number.length() - 2));
            assertThat(page.content()).doesNotContain(number);
            look.screen(page, "hosted-whose");
            page.getByText(look.word("notMine")).click();
            assertThat(UptextPage.wordsAtTheEnd(page)).hasText("You said that it was not you.");
        }
    }

    /** The checker is a script: what it sees here is what there is without the element's. */
    @ParameterizedTest
    @EnumSource
    void what_is_shown_without_the_element_keeps_nobody_out(Look look) {
        try (BrowserContext context = chromium.open(look)) {
            context.route("**/uptext-challenge.js", Route::abort);
            Page page = context.newPage();
            UptextPage.enter(page, look, "");
            Locator text = page.locator("dd.text");
            assertThat(text).isVisible();
            Axe.check(page);

            Running.text(number, text.textContent());
            var _ = Running.awaitStatus(UptextPage.challenge(page), "confirmed");
            page.locator("a.quiet").click();
            assertThat(page.locator("h1")).hasText(look.word("whose"));
            Axe.check(page);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "DARK", "ARABIC_PHONE"})
    void in_open_mode_the_element_asks_whose_number_it_was_in_the_colours_of_the_page(Look look) {
        try (BrowserContext context = chromium.open(look)) {
            Page page = context.newPage();
            UptextPage.enter(page, look, "");
            assertThat(AcmePage.element(page)).hasAttribute("connection", "live");
            Running.text(number, AcmePage.text(page));
            assertThat(AcmePage.element(page)).hasAttribute("state", "whose");
            assertThat(AcmePage.title(page)).hasText(look.word("whose"));
            Axe.check(page);

            Locator mine = page.locator("#mine");
            assertThat(style(mine, "background-color"))
                    .isNotEqualTo("rgba(0, 0, 0, 0)")
                    .isEqualTo(page.locator("main").evaluate(ACCENT));
            page.keyboard().press("Tab");
            assertThat(mine).isFocused();
            assertThat(style(mine, "outline-style")).isEqualTo("solid");

            page.keyboard().press("Enter");
            assertThat(UptextPage.wordsAtTheEnd(page))
                    .hasText("Signed in as " + Msisdn.ofE164(number).toString());
        }
    }

    private static LocatorAssertions.IsVisibleOptions visible(boolean visible) {
        return new LocatorAssertions.IsVisibleOptions().setVisible(visible);
    }

    private static Browser.NewContextOptions withoutScripts(Look look) {
        return look.options().setJavaScriptEnabled(false);
    }

    private static Object style(Locator element, String property) {
        return element.evaluate(
                "(element, property) => getComputedStyle(element).getPropertyValue(property)", property);
    }
}
