/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The phone simulator in a browser. */
final class PhonePage {

    private PhonePage() {}

    /** Writes a new message, from the list of messages, and sends it not yet. */
    static void write(Page phone, String to, String text) {
        phone.locator("#new").click();
        phone.locator("#to").fill(to);
        phone.locator("#text").fill(text);
    }

    static void send(Page phone, String to, String text) {
        write(phone, to, text);
        phone.locator("#send").click();
    }

    /** What stands under the last text that was sent. */
    static Locator result(Page phone) {
        return phone.locator("#bubbles .result").last();
    }

    /** A conversation in the list. */
    static Locator conversation(Page phone, String with) {
        return phone.locator("#conversations .row")
                .filter(new Locator.FilterOptions().setHas(phone.getByText(with, exact())));
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }

    /** Nobody is shut out by how the page is made, as far as a program can tell. */
    static void assertAccessible(Page phone) {
        // While a screen comes in, its colours are mixed with those behind it.
        phone.waitForFunction("() => document.getAnimations().every(animation => animation.playState !== 'running')");
        Axe.check(phone);
    }

    static void assertUnread(Page phone, int count) {
        assertThat(phone).hasTitle("(" + count + ") Phone simulator");
    }
}
