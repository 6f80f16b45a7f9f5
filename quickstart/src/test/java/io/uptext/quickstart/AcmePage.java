/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The demo site in a browser, whose first page takes in Uptext's element. */
final class AcmePage {

    private AcmePage() {}

    /** The page that asks for a text from {@code number}, or from anybody where that is empty. */
    static Page waiting(BrowserContext context, Look look, String number) {
        return waiting(context.newPage(), look, number);
    }

    static Page waiting(Page page, Look look, String number) {
        page.navigate(Addresses.url(Running.STACK.addresses().acme()));
        assertThat(page.locator("#start")).isVisible();
        look.screen(page, "idle");
        page.locator("#msisdn").fill(number);
        page.locator("#start").click();
        assertThat(element(page)).hasAttribute("state", "waiting");
        assertThat(page.locator("#text")).isVisible();
        // What is told to nobody yet is not told again.
        assertThat(element(page)).hasAttribute("connection", "live");
        return page;
    }

    static Locator element(Page page) {
        return page.locator("uptext-challenge");
    }

    /** What is to be texted. */
    static String text(Page page) {
        return page.locator("#text").textContent();
    }

    static Locator notice(Page page) {
        return element(page).locator("#notice");
    }

    static Locator title(Page page) {
        return element(page).locator("#title");
    }

    static Locator signedIn(Page page) {
        return page.locator("#signed-in-as");
    }
}
