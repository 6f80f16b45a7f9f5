/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who sees the hosted page, and who can come back from it. */
class HostedPageAccessTests extends BrowserTest {

    @Test
    void another_browser_finds_nothing_there() {
        try (BrowserContext context = chromium.open(Look.DESKTOP);
                BrowserContext other = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            UptextPage.enter(page, Look.DESKTOP, number);
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
            UptextPage.enter(page, Look.DESKTOP, number);
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
            UptextPage.enter(page, Look.DESKTOP, number);
            Running.text(number, AcmePage.text(page));
            assertThat(UptextPage.wordsAtTheEnd(page)).containsText("Signed in as");
            Page other = victim.newPage();
            other.navigate(addresses.stream()
                    .filter(url -> url.contains("/returned?"))
                    .findFirst()
                    .orElseThrow());
            assertThat(UptextPage.wordsAtTheEnd(other)).hasText("This is not the sign-in that began in this browser.");
        }
    }
}
