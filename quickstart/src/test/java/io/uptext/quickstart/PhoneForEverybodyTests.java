/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The phone simulator for those who listen to it, only type, enlarge it or cannot bear that things move. */
class PhoneForEverybodyTests extends BrowserTest {

    private final OwnPhone own = OwnPhone.start();

    @AfterEach
    void putAway() {
        own.close();
    }

    @ParameterizedTest
    @EnumSource
    void no_screen_shuts_anybody_out(Look look) {
        try (BrowserContext context = chromium.open(look)) {
            Page phone = open(context);
            PhonePage.assertAccessible(phone);
            phone.locator("#open-settings").click();
            PhonePage.assertAccessible(phone);
            phone.locator("#lure").click();
            PhonePage.assertUnread(phone, 1);
            PhonePage.assertAccessible(phone);
            phone.locator(".row").click();
            assertThat(phone.locator(".warning")).isVisible();
            PhonePage.assertAccessible(phone);
            phone.locator("#back").click();
            phone.locator("#new").click();
            PhonePage.assertAccessible(phone);
            phone.locator("#to").fill("50500");
            phone.locator("#send").click();
            assertThat(phone.locator("#notice")).hasText("Write a message first.");
            phone.locator("#text").fill("hello");
            phone.locator("#send").click();
            assertThat(PhonePage.result(phone)).containsText("Delivered");
            PhonePage.assertAccessible(phone);
            phone.locator("#back").click();
            PhonePage.send(phone, "99999", "hello");
            assertThat(PhonePage.result(phone)).containsText("Not delivered");
            PhonePage.assertAccessible(phone);
            phone.locator("#back").click();
            PhonePage.conversation(phone, "Operator").click();
            assertThat(phone.locator("#no-answer")).isVisible();
            PhonePage.assertAccessible(phone);
        }
    }

    @Test
    void everything_works_by_keyboard_alone() throws Exception {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page phone = open(context);
            Keyboard keys = phone.keyboard();
            press(keys, "Tab", "Enter");
            assertThat(phone.locator("#settings-title")).isFocused();
            press(keys, "Tab", "Tab");
            assertThat(phone.locator("#from")).isFocused();
            press(keys, "Escape");
            assertThat(phone.locator("#open-settings")).isFocused();

            press(keys, "Tab", "Tab");
            assertThat(phone.locator("#new")).isFocused();
            press(keys, "Enter");
            assertThat(phone.locator("#to")).isFocused();
            keys.type("50500");
            press(keys, "Tab", "Tab");
            assertThat(phone.locator("#text")).isFocused();
            keys.type("hello");
            press(keys, "Enter");
            assertThat(PhonePage.result(phone)).containsText("Delivered");
            assertThat(phone.locator("#text")).isFocused();

            own.receives("+46700000001", "See you at eight?");
            assertThat(phone.locator("#others")).hasText("1");
            press(keys, "Shift+Tab", "Shift+Tab");
            assertThat(phone.locator("#back")).isFocused();
            press(keys, "Enter");
            assertThat(PhonePage.conversation(phone, "50500")).isFocused();
            press(keys, "Shift+Tab");
            assertThat(PhonePage.conversation(phone, "+46700000001")).isFocused();
            press(keys, "Enter");
            assertThat(phone.locator("#bubbles .received")).containsText("See you at eight?");
            assertThat(phone.locator("#text")).isFocused();
        }
    }

    @Test
    void what_is_behind_the_sheet_cannot_be_reached() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page phone = open(context);
            phone.locator("#open-settings").click();
            for (int i = 0; i < 12; i++) {
                phone.keyboard().press("Tab");
                Assertions.assertThat(
                                phone.evaluate(
                                        "document.activeElement === document.body || document.activeElement.closest('#settings') !== null"))
                        .isEqualTo(true);
            }
        }
    }

    @Test
    void a_text_that_comes_takes_the_focus_from_nobody() throws Exception {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page phone = open(context);
            own.receives("Shop", "One");
            PhonePage.conversation(phone, "Shop").focus();
            own.receives("+46700000001", "Two");
            PhonePage.assertUnread(phone, 2);
            assertThat(PhonePage.conversation(phone, "Shop")).isFocused();
        }
    }

    @Test
    void nothing_moves_or_is_lost_for_those_who_need_it_so() throws Exception {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page phone = open(context);
            phone.emulateMedia(new Page.EmulateMediaOptions()
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setForcedColors(ForcedColors.ACTIVE));
            own.receives("Shop", "One");
            PhonePage.conversation(phone, "Shop").click();
            assertThat(phone.locator(".bubble")).hasText("One");
            Assertions.assertThat(phone.evaluate("document.getAnimations().length"))
                    .isEqualTo(0);
            Assertions.assertThat(phone.evaluate("getComputedStyle(document.querySelector('.bubble')).borderTopStyle"))
                    .isEqualTo("solid");
            Look.DESKTOP.screen(phone, "phone-forced-colours");
        }
    }

    @Test
    void at_twice_the_size_and_on_the_narrowest_phone_nothing_runs_out_of_sight() {
        try (BrowserContext context = chromium.open(Look.PHONE)) {
            Page phone = open(context);
            // 320 by 256 is 1280 by 1024 at four times the size (WCAG 2.2, 1.4.10).
            for (List<Integer> size : List.of(List.of(640, 450), List.of(320, 256), List.of(320, 640))) {
                phone.setViewportSize(size.getFirst(), size.getLast());
                phone.locator("#open-settings").click();
                phone.locator("#lure").scrollIntoViewIfNeeded();
                assertFits(phone);
                phone.locator("#done").click();
                PhonePage.write(phone, "50500", "hello");
                assertFits(phone);
                assertThat(phone.locator("#send")).isInViewport();
                assertThat(phone.locator("#text")).isInViewport();
                phone.locator("#back").click();
            }
        }
    }

    private static void assertFits(Page phone) {
        Assertions.assertThat(phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    private static void press(Keyboard keys, String... pressed) {
        for (String key : pressed) {
            keys.press(key);
        }
    }

    private Page open(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(own.url());
        assertThat(page.locator("#route")).isEnabled();
        return page;
    }
}
