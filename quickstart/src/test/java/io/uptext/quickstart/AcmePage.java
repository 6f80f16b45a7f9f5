/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/** The demo site in a browser. */
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
        assertThat(page.locator("main")).hasAttribute("data-state", "waiting");
        assertThat(page.locator("#code-text")).isVisible();
        // What is told to nobody yet is not told again.
        assertThat(page.locator("main")).hasAttribute("data-connection", "live");
        return page;
    }
}
