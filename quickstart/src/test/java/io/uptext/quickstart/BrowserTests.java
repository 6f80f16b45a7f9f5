/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person, a real Chromium, a phone: what the page shows while the text travels. */
class BrowserTests extends BrowserTest {

    @ParameterizedTest
    @EnumSource
    void the_page_goes_on_by_itself_when_the_text_arrives(Look look) throws Exception {
        try (BrowserContext context = chromium.open(look)) {
            Page page = AcmePage.waiting(context, look, number);
            String text = AcmePage.text(page);
            Assertions.assertThat(text).startsWith("ACME LOGIN ");
            assertThat(AcmePage.title(page)).hasText(look.word("title"));
            if (look.isPhone()) {
                assertThat(page.locator("#open"))
                        .hasAttribute("href", Pattern.compile("sms:50500\\?body=ACME%20LOGIN%20.+"));
            } else {
                Assertions.assertThat(decoded(page.locator("#qr"))).isEqualTo("SMSTO:50500:" + text);
            }
            page.evaluate("window.notReloaded = true");
            look.screen(page, "waiting");
            Axe.check(page);

            Running.text(Running.stranger(), text);
            assertThat(AcmePage.notice(page)).hasText(look.word("flaw.wrong_phone"));
            look.screen(page, "wrong-phone");
            Axe.check(page);

            Running.text(number, text);
            assertThat(AcmePage.signedIn(page))
                    .containsText(Msisdn.ofE164(number).toString());
            Assertions.assertThat(page.evaluate("window.notReloaded")).isEqualTo(true);
            look.screen(page, "confirmed");
            Axe.check(page);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_cancels_can_start_again(Look look) {
        try (BrowserContext context = chromium.open(look)) {
            Page page = AcmePage.waiting(context, look, number);
            page.locator("#cancel").click();
            assertThat(AcmePage.element(page)).hasAttribute("state", "cancelled");
            assertThat(AcmePage.title(page)).hasText(look.word("cancelled"));
            look.screen(page, "cancelled");
            Axe.check(page);
            page.locator("#restart").click();
            assertThat(page.locator("#start")).isVisible();
        }
    }

    @Test
    void an_impossible_number_is_refused_in_plain_words() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            page.navigate(Addresses.url(Running.STACK.addresses().acme()));
            page.locator("#msisdn").fill("12");
            page.locator("#start").click();
            assertThat(page.locator("main > #notice")).containsText("number");
            Look.DESKTOP.screen(page, "impossible-number");
            Axe.check(page);
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
            assertThat(AcmePage.element(page))
                    .hasAttribute("state", "expired", new LocatorAssertions.HasAttributeOptions().setTimeout(30_000));
            assertThat(AcmePage.title(page)).hasText(look.word("expired"));
            look.screen(page, "expired");
            Axe.check(page);
        }
    }

    @Test
    void the_phone_simulator_sends_a_text_that_signs_in() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = AcmePage.waiting(context, Look.DESKTOP, Running.NUMBER);
            Page phone = context.newPage();
            phone.navigate(Addresses.url(Running.STACK.addresses().phone()));
            PhonePage.write(phone, "50500", AcmePage.text(page));
            phone.locator("#send").click();
            assertThat(phone.locator("#thread")).containsText("Delivered");
            Look.DESKTOP.screen(phone, "phone-simulator");
            assertThat(AcmePage.signedIn(page)).isVisible();
        }
    }

    @Test
    void a_text_through_an_operators_smsc_signs_in() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = AcmePage.waiting(context, Look.DESKTOP, number);
            Smsc.deliver(number, AcmePage.text(page));
            assertThat(AcmePage.signedIn(page)).isVisible();
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
