/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the element makes of a no: whether it is ours, whether it is for good, and when it may ask again. */
class RefusedConnectionTests extends BrowserTest {

    private static final String PROBLEM = "application/problem+json";
    private static final String SEEN = "state => { Object.defineProperty(document, 'visibilityState',"
            + " {value: state, configurable: true}); document.dispatchEvent(new Event('visibilitychange')); }";

    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();

    /** A gateway that has no instance for a moment, or an instance of ours that lags behind the log. */
    @ParameterizedTest
    @ValueSource(strings = {"text/html", PROBLEM})
    void a_page_that_was_live_lives_through_a_few_answers_404(String type) {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            page.clock().install();
            refuse(page, 404, type, Map.of());
            AcmePage.waiting(page, Look.DESKTOP, number);
            refusals.set(3);
            comeBack(page);
            pass(page, 60);
            assertThat(AcmePage.element(page)).hasAttribute("connection", "live");
            Assertions.assertThat(refusals).hasValue(0);
            Running.text(number, AcmePage.text(page));
            assertThat(AcmePage.signedIn(page)).isVisible();
        }
    }

    @Test
    void a_page_that_was_live_gives_up_where_404_is_all_that_is_ever_answered() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            page.clock().install();
            refuse(page, 404, PROBLEM, Map.of());
            AcmePage.waiting(page, Look.DESKTOP, number);
            int before = asked.get();
            refusals.set(1_000);
            comeBack(page);
            pass(page, 120);
            assertThat(AcmePage.element(page)).hasAttribute("state", "failed");
            Assertions.assertThat(asked.get() - before).isEqualTo(4);
        }
    }

    @Test
    void at_first_a_404_of_ours_is_for_good() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            refusals.set(1_000);
            refuse(page, 404, PROBLEM, Map.of());
            start(page);
            assertThat(AcmePage.element(page)).hasAttribute("state", "failed");
            Assertions.assertThat(asked).hasValue(1);
        }
    }

    @Test
    void at_first_a_404_of_a_gateway_is_not() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            page.clock().install();
            refusals.set(2);
            refuse(page, 404, "text/html", Map.of());
            start(page);
            pass(page, 40);
            assertThat(AcmePage.element(page)).hasAttribute("connection", "live");
            assertThat(AcmePage.element(page)).hasAttribute("state", "waiting");
        }
    }

    /** Not earlier, so that it is not refused again, and not all at the same moment either. */
    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void who_is_told_when_to_come_back_comes_then_or_a_little_later(int status) {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            page.clock().install();
            refusals.set(1);
            refuse(page, status, PROBLEM, Map.of("Retry-After", "20", "Access-Control-Expose-Headers", "Retry-After"));
            start(page);
            assertThat(AcmePage.element(page)).hasAttribute("connection", "lost");
            pass(page, 19);
            Assertions.assertThat(asked).hasValue(1);
            pass(page, 12);
            assertThat(AcmePage.element(page)).hasAttribute("connection", "live");
            Assertions.assertThat(asked).hasValue(2);
            assertThat(AcmePage.element(page)).hasAttribute("state", "waiting");
        }
    }

    private void refuse(Page page, int status, String type, Map<String, String> headers) {
        page.route("**/v1/watch", route -> {
            asked.incrementAndGet();
            if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                route.fulfill(answer(status, type, headers));
            } else {
                route.resume(new Route.ResumeOptions());
            }
        });
    }

    private static FulfillOptions answer(int status, String type, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put(
                "Access-Control-Allow-Origin",
                Addresses.url(Running.STACK.addresses().acme()));
        headers.put("Content-Type", type);
        return new FulfillOptions().setStatus(status).setHeaders(headers).setBody("{}");
    }

    private void start(Page page) {
        page.navigate(Addresses.url(Running.STACK.addresses().acme()));
        page.locator("#msisdn").fill(number);
        page.locator("#start").click();
        assertThat(AcmePage.element(page)).hasAttribute("state", Pattern.compile("waiting|failed"));
    }

    /** As when the messages app was open: it asks anew at once. */
    private static void comeBack(Page page) {
        page.evaluate(SEEN, "hidden");
        page.clock().fastForward(5_000);
        page.evaluate(SEEN, "visible");
    }

    private static void pass(Page page, int seconds) {
        for (int i = 0; i < seconds; i++) {
            page.clock().runFor(1_000);
        }
    }
}
