/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages lose their connection, fall asleep and outlive instances, and the text arrives all the same. */
class ConnectionTests extends BrowserTest {

    private static final Duration ASLEEP = Duration.ofSeconds(30);
    private static final String SEEN = "state => { Object.defineProperty(document, 'visibilityState',"
            + " {value: state, configurable: true}); document.dispatchEvent(new Event('visibilitychange')); }";

    private static final double LONG = 60_000;
    private static final HasAttributeOptions PATIENTLY = new HasAttributeOptions().setTimeout(LONG);

    @ParameterizedTest
    @EnumSource
    void a_text_that_arrives_while_the_page_is_offline_is_there_when_it_is_back(Look look) {
        try (BrowserContext context = chromium.open(look)) {
            Page page = AcmePage.waiting(context, look, number);
            context.setOffline(true);
            assertThat(AcmePage.element(page)).hasAttribute("connection", "lost", PATIENTLY);
            assertThat(page.locator("#status")).hasText(look.word("offline"));
            look.screen(page, "offline");
            Axe.check(page);

            Running.text(number, AcmePage.text(page));
            context.setOffline(false);
            assertThat(AcmePage.signedIn(page)).isVisible();
        }
    }

    /** Nothing runs in a frozen page, and nothing tells it that it was. */
    @Test
    void a_page_that_slept_for_half_a_minute_learns_what_has_happened_meanwhile() {
        try (BrowserContext context = chromium.open(Look.PHONE)) {
            Page page = AcmePage.waiting(context, Look.PHONE, number);
            String text = AcmePage.text(page);
            CDPSession browser = context.newCDPSession(page);
            browser.send("Page.setWebLifecycleState", state("frozen"));
            Running.text(number, text);
            Awaitility.await().pollDelay(ASLEEP).timeout(ASLEEP.multipliedBy(2)).until(() -> true);
            browser.send("Page.setWebLifecycleState", state("active"));
            assertThat(AcmePage.signedIn(page)).isVisible();
        }
    }

    private static JsonObject state(String state) {
        JsonObject argument = new JsonObject();
        argument.addProperty("state", state);
        return argument;
    }

    /** It was confirmed in time, and nobody could say so. */
    @Test
    void a_page_that_is_offline_past_the_end_does_not_say_that_no_text_came() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            page.clock().install();
            AcmePage.waiting(page, Look.DESKTOP, number);
            String text = AcmePage.text(page);
            context.setOffline(true);
            assertThat(AcmePage.element(page)).hasAttribute("connection", "lost");
            Running.text(number, text);
            page.clock().runFor(240_000);
            assertThat(page.locator("#clock")).hasText("00:00");
            assertThat(AcmePage.element(page)).hasAttribute("state", "waiting");
            context.setOffline(false);
            assertThat(AcmePage.signedIn(page)).isVisible();
        }
    }

    /** The messages app was open, and nobody says that the connection is dead. */
    @Test
    void a_page_that_comes_back_into_view_asks_at_once() {
        try (BrowserContext context = chromium.open(Look.PHONE)) {
            Page page = context.newPage();
            page.clock().install();
            AcmePage.waiting(page, Look.PHONE, number);
            page.evaluate(SEEN, "hidden");
            page.clock().fastForward(5_000);
            page.waitForRequest("**/v1/watch", () -> page.evaluate(SEEN, "visible"));
            Running.text(number, AcmePage.text(page));
            assertThat(AcmePage.signedIn(page)).isVisible();
        }
    }

    @Test
    void a_page_outlives_the_instance_that_it_is_connected_to() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = AcmePage.waiting(context, Look.DESKTOP, number);
            String text = AcmePage.text(page);
            Running.STACK.restartNotifier();
            Running.text(number, text);
            assertThat(AcmePage.signedIn(page)).isVisible(new IsVisibleOptions().setTimeout(LONG));
        }
    }

    @Test
    void a_lost_connection_is_told_and_healed() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            AtomicBoolean cut = new AtomicBoolean(true);
            page.route("**/v1/watch", route -> {
                if (cut.get()) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            page.navigate(Addresses.url(Running.STACK.addresses().acme()));
            page.locator("#msisdn").fill(number);
            page.locator("#start").click();
            assertThat(AcmePage.element(page)).hasAttribute("connection", "lost");
            assertThat(page.locator("#status")).hasText(Look.DESKTOP.word("lost"));
            Look.DESKTOP.screen(page, "connection-lost");
            cut.set(false);
            assertThat(AcmePage.element(page)).hasAttribute("connection", "live", PATIENTLY);
            Running.text(number, AcmePage.text(page));
            assertThat(AcmePage.signedIn(page)).isVisible();
        }
    }

    /** As behind a proxy that passes an answer on when it is whole. */
    @Test
    void where_streams_do_not_come_through_the_page_asks_again_and_again() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            AtomicInteger polls = new AtomicInteger();
            page.route("**/v1/watch", route -> {
                if (route.request().headers().getOrDefault("accept", "").equals("application/json")) {
                    polls.incrementAndGet();
                    route.resume();
                }
            });
            page.navigate(Addresses.url(Running.STACK.addresses().acme()));
            page.locator("#msisdn").fill(number);
            page.locator("#start").click();
            assertThat(AcmePage.element(page)).hasAttribute("connection", "live", PATIENTLY);
            String text = AcmePage.text(page);
            Running.text(Running.stranger(), text);
            assertThat(AcmePage.notice(page)).hasText(Look.DESKTOP.word("flaw.wrong_phone"));
            Running.text(number, text);
            assertThat(AcmePage.signedIn(page)).isVisible();
            Assertions.assertThat(polls.get()).isBetween(2, 6);
        }
    }

    /** As where something on the way drops the wish to wait. */
    @Test
    void polls_that_are_answered_at_once_come_no_faster_than_every_two_seconds() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            page.clock().install();
            AtomicInteger polls = new AtomicInteger();
            page.route("**/v1/watch", route -> {
                if (route.request().headers().getOrDefault("accept", "").equals("application/json")) {
                    polls.incrementAndGet();
                    Map<String, String> headers = new HashMap<>(route.request().headers());
                    headers.put("prefer", "wait=0");
                    route.resume(new Route.ResumeOptions().setHeaders(headers));
                }
            });
            page.navigate(Addresses.url(Running.STACK.addresses().acme()));
            page.locator("#msisdn").fill(number);
            page.locator("#start").click();
            assertThat(page.locator("#text")).isVisible();
            for (int i = 0; i < 60 && polls.get() < 2; i++) {
                page.clock().runFor(1_000);
            }
            int before = polls.get();
            Assertions.assertThat(before).isGreaterThanOrEqualTo(2);
            for (int i = 0; i < 20; i++) {
                page.clock().runFor(500);
                assertThat(AcmePage.element(page)).hasAttribute("connection", "live");
            }
            Assertions.assertThat(polls.get() - before).isBetween(1, 6);
        }
    }
}
