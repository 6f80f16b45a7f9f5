/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The phone simulator: texts that it sends, and texts that it receives. */
class PhoneTests extends BrowserTest {

    private static final String STRANGER = "+447700900142";

    /** Of nobody's challenge. */
    private static final String TEXT = "ACME LOGIN 7KQ4-M2XH-C";

    private final OwnPhone own = OwnPhone.start();

    @AfterEach
    void putAway() {
        own.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_text_that_is_written_and_sent_signs_in(Look look) {
        try (BrowserContext context = chromium.open(look)) {
            Page site = AcmePage.waiting(context, look, number);
            Page phone = open(context, own);
            look.screen(phone, "phone-list-empty");
            phone.locator("#open-settings").click();
            phone.locator("#from").fill(number);
            look.screen(phone, "phone-settings");
            phone.locator("#done").click();
            PhonePage.write(phone, "50500", AcmePage.text(site));
            look.screen(phone, "phone-new");
            phone.locator("#send").click();
            assertThat(PhonePage.result(phone)).containsText("Delivered");
            assertThat(PhonePage.result(phone)).containsText("X-Twilio-Signature");
            assertThat(phone.locator("#bubbles .meta")).containsText("from " + number);
            look.screen(phone, "phone-delivered");
            assertThat(AcmePage.signedIn(site)).isVisible();
        }
    }

    @Test
    void the_other_route_signs_in_its_own_header() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page phone = open(context, own);
            phone.locator("#open-settings").click();
            phone.locator("#route").selectOption("gateway-50500");
            phone.locator("#done").click();
            PhonePage.send(phone, "50500", "hello");
            assertThat(PhonePage.result(phone))
                    .containsText(Pattern.compile("Delivered.*webhook-signature", Pattern.CASE_INSENSITIVE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_Uptext_refuses_is_not_delivered_and_the_operator_says_so(Look look) {
        try (BrowserContext context = chromium.open(look)) {
            Page phone = open(context, own);
            PhonePage.send(phone, "99999", "hello");
            assertThat(PhonePage.result(phone)).containsText("Not delivered");
            // The reason, in Uptext's words.
            assertThat(phone.locator("#bubbles .why")).containsText(Pattern.compile("\\w+ \\w+"));
            assertThat(phone.locator("#others")).hasText("1");
            look.screen(phone, "phone-not-delivered");
            phone.locator("#back").click();
            assertThat(PhonePage.conversation(phone, "99999")).containsText("Not delivered: hello");
            PhonePage.conversation(phone, "Operator").click();
            assertThat(phone.locator("#bubbles .received"))
                    .containsText("Your message to 99999 could not be delivered.");
            assertThat(phone.locator("#write")).isHidden();
            assertThat(phone.locator("#no-answer")).isVisible();
            assertThat(phone.locator("#others")).isEmpty();
            look.screen(phone, "phone-operator");
        }
    }

    @Test
    void without_Uptext_nothing_is_delivered() {
        try (OwnPhone alone = OwnPhone.withoutUptext();
                BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page phone = open(context, alone);
            PhonePage.send(phone, "50500", TEXT);
            assertThat(PhonePage.result(phone)).containsText("Not delivered");
            assertThat(PhonePage.result(phone)).containsText("Uptext does not answer just now.");
            assertThat(phone.locator("#others")).hasText("1");
        }
    }

    @Test
    void what_was_not_delivered_is_delivered_when_it_is_tried_again() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page phone = open(context, own);
            phone.route("**/messages", Route::abort);
            PhonePage.send(phone, "50500", "hello");
            assertThat(PhonePage.result(phone)).containsText("Is the quickstart still running?");
            phone.unroute("**/messages");
            phone.locator(".again").click();
            assertThat(PhonePage.result(phone)).containsText("Delivered to Uptext");
            assertThat(phone.locator("#bubbles .sent")).hasCount(1);
            assertThat(phone.locator("#text")).isFocused();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_text_that_comes_meanwhile_is_counted_told_and_shown(Look look) throws Exception {
        try (BrowserContext context = chromium.open(look)) {
            Page phone = open(context, own);
            PhonePage.send(phone, "50500", "hello");
            assertThat(PhonePage.result(phone)).containsText("Delivered");
            own.receives("+46700000001", "See you at eight?");
            assertThat(phone.locator("#announcer")).hasText("New text from +46700000001");
            assertThat(phone.locator("#others")).hasText("1");
            PhonePage.assertUnread(phone, 1);
            phone.locator("#back").click();
            assertThat(PhonePage.conversation(phone, "+46700000001")).containsText("1 unread");
            look.screen(phone, "phone-list");
            PhonePage.conversation(phone, "+46700000001").click();
            assertThat(phone.locator("#bubbles .received")).containsText("See you at eight?");
            own.receives("+46700000001", "Or nine?");
            assertThat(phone.locator("#bubbles .received")).hasCount(2);
            assertThat(phone).hasTitle("Phone simulator");
            look.screen(phone, "phone-received");
        }
    }

    @Test
    void texts_that_came_before_the_page_was_open_are_there() throws Exception {
        own.receives("Shop", "<b onclick=alert(1)>50 %</b> off");
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page phone = open(context, own);
            PhonePage.conversation(phone, "Shop").click();
            assertThat(phone.locator("#bubbles .bubble")).hasText("<b onclick=alert(1)>50 %</b> off");
        }
    }

    @Test
    void a_phone_whose_simulator_is_gone_has_no_service_and_hears_later_what_it_has_missed() throws Exception {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            context.route("**/incoming*", Route::abort);
            Page phone = open(context, own);
            assertThat(phone.locator("#service-words")).hasText("No service");
            Look.DESKTOP.screen(phone, "phone-no-service");
            own.receives("Shop", "Your order is ready.");
            context.unroute("**/incoming*");
            assertThat(PhonePage.conversation(phone, "Shop")).containsText("Your order is ready.");
            assertThat(phone.locator("#service-words")).hasText("Full signal");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_scam_text_comes_with_its_lesson(Look look) {
        try (BrowserContext context = chromium.open(look)) {
            Page phone = open(context, own);
            phone.locator("#open-settings").click();
            phone.locator("#lure").click();
            assertThat(phone.locator("#settings")).isHidden();
            PhonePage.conversation(phone, STRANGER).click();
            assertThat(phone.locator("#bubbles .received .bubble")).containsText("text ACME LOGIN");
            assertThat(phone.locator("#bubbles .warning")).containsText("Never text a code that somebody gave you.");
            look.screen(phone, "phone-scam");
        }
    }

    @Test
    void messages_survive_a_reload_and_Back_leads_to_the_list() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page phone = open(context, own);
            PhonePage.send(phone, "50500", "hello");
            assertThat(PhonePage.result(phone)).containsText("Delivered");
            phone.locator("#text").fill("half a sen");
            phone.reload();
            assertThat(phone.locator("#bubbles .bubble")).hasText("hello");
            assertThat(PhonePage.result(phone)).containsText("Delivered");
            assertThat(phone.locator("#text")).hasValue("half a sen");
            phone.goBack();
            assertThat(phone.locator("#conversation")).isHidden();
            assertThat(PhonePage.conversation(phone, "50500")).isFocused();
            phone.goForward();
            assertThat(phone.locator("#conversation-title")).hasText("50500");
            Assertions.assertThat(phone.url()).isEqualTo(own.url());
        }
    }

    @Test
    void a_link_opens_a_message_that_is_ready_to_send_and_stays_in_no_address() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page phone = context.newPage();
            phone.navigate(own.url() + "#to=50500&text=ACME%20LOGIN%207KQ4-M2XH-C");
            assertThat(phone.locator("#to")).hasValue("50500");
            assertThat(phone.locator("#text")).hasValue(TEXT);
            Assertions.assertThat(phone.url()).isEqualTo(own.url());
            phone.locator("#send").click();
            assertThat(PhonePage.result(phone)).containsText("Delivered");

            phone.evaluate("location.hash = 'to=50500&text=again'");
            assertThat(phone.locator("#text")).hasValue("again");
            assertThat(phone.locator("#conversation-title")).hasText("50500");
            Assertions.assertThat(phone.url()).isEqualTo(own.url());
            phone.locator("#back").click();
            phone.locator("#back").click();
            assertThat(phone.locator("#list-title")).isVisible();
        }
    }

    private static Page open(BrowserContext context, OwnPhone phone) {
        Page page = context.newPage();
        page.navigate(phone.url());
        assertThat(page.locator("#route")).isEnabled();
        return page;
    }
}
