/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.uptext.platform.json.Json;
import tools.jackson.databind.JsonNode;

/** Uptext's own page in a browser, between two of Acme's that have no script. */
final class UptextPage {

    private UptextPage() {}

    /** Goes there from Acme, for a text from {@code number}, or from anybody where that is empty. */
    static void enter(Page page, Look look, String number) {
        page.navigate(Addresses.url(Running.STACK.addresses().acme()) + "/redirect");
        look.screen(page, "redirect");
        page.locator("#msisdn").fill(number);
        page.locator("#start").click();
        page.locator("#continue").click();
        page.waitForURL("**/c/chl_*");
    }

    /** Whose page it is, by its id and nothing more. */
    static JsonNode challenge(Page page) {
        String url = page.url();
        return Json.MAPPER.createObjectNode().put("id", url.substring(url.lastIndexOf('/') + 1));
    }

    /** What Acme says to whoever comes back. */
    static Locator wordsAtTheEnd(Page page) {
        return page.locator("#words");
    }
}
