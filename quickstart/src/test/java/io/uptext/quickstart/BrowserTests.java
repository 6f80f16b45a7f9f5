/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.uptext.contracts.vocabulary.Msisdn;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person, a real Chromium, a phone: what the page shows while the text travels. */
class BrowserTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static Chromium chromium;

    /** One of its own for each test: a number has three open challenges at most. */
    private final String number = Running.stranger();

    @BeforeAll
    static void startBrowser() {
        setDefaultAssertionTimeout((double) PATIENCE.toMillis());
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @EnumSource
    void the_page_turns_green_by_itself_when_the_text_arrives(Look look) throws Exception {
        try (BrowserContext context = chromium.open(look)) {
            Page page = AcmePage.waiting(context, look, number);
            String text = page.locator("#code-text").textContent();
            Assertions.assertThat(text).startsWith("ACME LOGIN ");
            if (look == Look.PHONE) {
                assertThat(page.locator("#sms-link")).isVisible();
                assertThat(page.locator("#sms-link"))
                        .hasAttribute("href", Pattern.compile("sms:50500\\?&body=ACME%20LOGIN%20.+"));
            } else {
                Assertions.assertThat(decoded(page.locator("#qr"))).isEqualTo("SMSTO:50500:" + text);
            }
            page.evaluate("window.notReloaded = true");
            look.screen(page, "waiting");

            Running.text(Running.stranger(), text);
            assertThat(page.locator("#notice")).containsText("different phone");
            look.screen(page, "wrong-phone");

            Running.text(number, text);
            assertThat(page.locator("main")).hasAttribute("data-state", "confirmed");
            assertThat(page.locator("#signed-in-as"))
                    .containsText(Msisdn.ofE164(number).toString());
            Assertions.assertThat(page.evaluate("window.notReloaded")).isEqualTo(true);
            look.screen(page, "confirmed");
        }
    }

    @Test
    void a_cancelled_sign_in_can_be_started_again() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = AcmePage.waiting(context, Look.DESKTOP, "");
            page.locator("#cancel").click();
            assertThat(page.locator("main")).hasAttribute("data-state", Pattern.compile("idle|cancelled"));
        }
    }

    @Test
    void an_impossible_number_is_refused_in_plain_words() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            page.navigate(Addresses.url(Running.STACK.addresses().acme()));
            page.locator("#msisdn").fill("12");
            page.locator("#start").click();
            assertThat(page.locator("#notice")).containsText("number");
            Look.DESKTOP.screen(page, "impossible-number");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_time_runs_out_in_plain_words(Look look) {
        try (BrowserContext context = chromium.open(look)) {
            Running.CLOCK.ahead = Duration.ofSeconds(-178);
            Page page;
            try {
                page = AcmePage.waiting(context, look, number);
            } finally {
                Running.CLOCK.ahead = Duration.ZERO;
            }
            assertThat(page.locator("main"))
                    .hasAttribute(
                            "data-state", "expired", new LocatorAssertions.HasAttributeOptions().setTimeout(30_000));
            look.screen(page, "expired");
        }
    }

    @Test
    void a_lost_connection_is_told_and_healed() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            boolean[] cut = {true};
            page.route("**/v1/watch", route -> {
                if (cut[0]) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            page.navigate(Addresses.url(Running.STACK.addresses().acme()));
            page.locator("#start").click();
            assertThat(page.locator("main")).hasAttribute("data-connection", "lost");
            Look.DESKTOP.screen(page, "connection-lost");
            cut[0] = false;
            assertThat(page.locator("main"))
                    .hasAttribute(
                            "data-connection", "live", new LocatorAssertions.HasAttributeOptions().setTimeout(20_000));
            Running.text(number, page.locator("#code-text").textContent());
            assertThat(page.locator("main")).hasAttribute("data-state", "confirmed");
        }
    }

    @Test
    void the_phone_simulator_sends_a_text_that_signs_in() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = AcmePage.waiting(context, Look.DESKTOP, Running.NUMBER);
            Page phone = context.newPage();
            phone.navigate(Addresses.url(Running.STACK.addresses().phone()));
            PhonePage.write(phone, "50500", page.locator("#code-text").textContent());
            phone.locator("#send").click();
            assertThat(phone.locator("#thread")).containsText("Delivered");
            Look.DESKTOP.screen(phone, "phone-simulator");
            assertThat(page.locator("main")).hasAttribute("data-state", "confirmed");
        }
    }

    @Test
    void a_text_through_an_operators_smsc_turns_the_page_green() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = AcmePage.waiting(context, Look.DESKTOP, number);
            Smsc.deliver(number, page.locator("#code-text").textContent());
            assertThat(page.locator("main")).hasAttribute("data-state", "confirmed");
            Look.DESKTOP.screen(page, "confirmed-by-smsc");
        }
    }

    /**
     * What a camera would read off the screen. It is read as the clean picture that it is: the search for a code in a
     * photograph misses one in some 250.
     */
    private static String decoded(Locator qr) throws Exception {
        BufferedImage shot = ImageIO.read(new ByteArrayInputStream(qr.screenshot()));
        // Without the rounded corners, through which a dark page looks; the light frame is an eighth of the side.
        int rim = shot.getWidth() / 20;
        BufferedImage image = shot.getSubimage(rim, rim, shot.getWidth() - 2 * rim, shot.getHeight() - 2 * rim);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource seen = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new GlobalHistogramBinarizer(seen)), Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}
