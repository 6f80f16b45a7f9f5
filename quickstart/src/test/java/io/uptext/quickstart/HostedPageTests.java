/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import io.uptext.contracts.vocabulary.Msisdn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Uptext's own page, to which Acme sends a browser and from which it comes back. */
class HostedPageTests extends BrowserTest {

    @ParameterizedTest
    @EnumSource
    void a_browser_goes_to_the_page_and_comes_back_signed_in(Look look) {
        try (BrowserContext context = chromium.open(look)) {
            Page page = context.newPage();
            List<String> addresses = new ArrayList<>();
            page.onRequest(request -> addresses.add(request.url()));
            entered(page, look, number);
            assertThat(AcmePage.element(page)).hasAttribute("connection", "live");
            assertThat(AcmePage.title(page)).hasText(look.word("title"));
            String text = AcmePage.text(page);
            look.screen(page, "hosted");
            Axe.check(page);

            Running.text(number, text);
            assertThat(words(page))
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
            entered(page, look, number);
            Locator text = page.locator("dd.text");
            assertThat(text).isVisible();
            assertThat(page.locator("h2")).hasText(look.word("title"));
            look.screen(page, "hosted-no-script");

            Running.text(number, text.textContent());
            // The page looks again by itself.
            assertThat(words(page))
                    .hasText("Signed in as " + Msisdn.ofE164(number).toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void in_open_mode_it_asks_whose_number_it_was_without_scripts_too(Look look) {
        try (BrowserContext context = chromium.open(withoutScripts(look))) {
            Page page = context.newPage();
            entered(page, look, "");
            Running.text(number, page.locator("dd.text").textContent());
            assertThat(page.locator("h1")).hasText(look.word("whose"));
            assertThat(page.locator(".words")).containsText(number.substring(number.length() - 2));
            assertThat(page.content()).doesNotContain(number);
            look.screen(page, "hosted-whose");
            page.getByText(look.word("notMine")).click();
            assertThat(words(page)).hasText("You said that it was not you.");
        }
    }

    @Test
    void whoever_cancels_goes_back_and_is_not_signed_in() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            entered(page, Look.DESKTOP, number);
            page.locator("#cancel").click();
            assertThat(AcmePage.element(page)).hasAttribute("state", "cancelled");
            Look.DESKTOP.screen(page, "hosted-cancelled");
            Axe.check(page);
            page.locator("[slot=restart]").click();
            assertThat(words(page)).hasText("Not signed in.");
        }
    }

    @Test
    void another_browser_finds_nothing_there() {
        try (BrowserContext context = chromium.open(Look.DESKTOP);
                BrowserContext other = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            entered(page, Look.DESKTOP, number);
            assertThat(page.locator("#text")).isVisible();
            Page stranger = other.newPage();
            Response answer = stranger.navigate(page.url());
            assertThat(answer.status()).isEqualTo(404);
            byte[] nothing = answer.body();
            assertThat(stranger.locator("h1")).hasText(Look.DESKTOP.word("page.missing"));
            Look.DESKTOP.screen(stranger, "hosted-missing");
            Axe.check(stranger);
            Response unknown = stranger.navigate(page.url().replaceAll("[^/]+$", "chl_" + "0".repeat(26)));
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.body()).isEqualTo(nothing);
        }
    }

    @Test
    void the_cookie_is_bound_to_the_host_and_no_script_reads_it() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            entered(page, Look.DESKTOP, number);
            assertThat(page.locator("#text")).isVisible();
            Cookie cookie = context.cookies().stream()
                    .filter(each -> each.name.startsWith("__Host-uptext-chl_"))
                    .findFirst()
                    .orElseThrow();
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.secure).isTrue();
            assertThat(page.evaluate("document.cookie")).isEqualTo("");
        }
    }

    /** Somebody sends a browser to Acme with the end of a sign-in of their own. */
    @Test
    void an_end_that_did_not_begin_in_this_browser_signs_nobody_in() {
        try (BrowserContext context = chromium.open(Look.DESKTOP);
                BrowserContext victim = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            List<String> addresses = new ArrayList<>();
            page.onRequest(request -> addresses.add(request.url()));
            entered(page, Look.DESKTOP, number);
            Running.text(number, AcmePage.text(page));
            assertThat(words(page)).containsText("Signed in as");
            Page other = victim.newPage();
            other.navigate(addresses.stream()
                    .filter(url -> url.contains("/returned?"))
                    .findFirst()
                    .orElseThrow());
            assertThat(words(other)).hasText("This is not the sign-in that began in this browser.");
        }
    }

    private static Browser.NewContextOptions withoutScripts(Look look) {
        return look.options().setJavaScriptEnabled(false);
    }

    private static void entered(Page page, Look look, String number) {
        page.navigate(Addresses.url(Running.STACK.addresses().acme()) + "/redirect");
        look.screen(page, "redirect");
        page.locator("#msisdn").fill(number);
        page.locator("#start").click();
        page.locator("#continue").click();
        page.waitForURL("**/c/chl_*");
    }

    private static Locator words(Page page) {
        return page.locator("#words");
    }
}
