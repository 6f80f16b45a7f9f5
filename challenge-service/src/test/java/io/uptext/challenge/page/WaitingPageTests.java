/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.ChallengeContext;
import io.uptext.element.Element;
import io.uptext.platform.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is shown while the text travels, all of it without a script. */
class WaitingPageTests {

    private static final String IPHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 Version/26.1 Mobile/15E148 Safari/604.1";
    private static final String ANDROID =
            "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36";
    private static final String DESKTOP = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    private static final String TEXT = "ACME%20LOGIN%207KQ4M2XHC";

    @Test
    void the_page_is_complete() {
        Shown page = Scene.waiting().show("User-Agent", ANDROID);
        assertThat(page.body())
                .contains("<title>Acme: waiting for your text</title>")
                .containsPattern(
                        "<p class=\"who\"><bdi>Acme</bdi> asks</p>\\s+<p class=\"action\"><bdi>Pay 25\\.00 EUR</bdi></p>")
                .contains("<bdi>ACME LOGIN 7KQ4M2XHC</bdi>", "<bdi>50500</bdi>")
                .contains("Never text a code that somebody gave you.")
                .contains("Your operator may charge you for one text.")
                .contains("160 seconds left to send your text")
                .contains("Asked for on <bdi>Firefox on Windows</bdi>, <bdi>Göteborg</bdi> at <bdi><time"
                        + " datetime=\"2026-11-24T08:00:00.000Z\">")
                .contains("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>");
        assertThat(page.link("Look whether it has arrived")).isEqualTo("/c/" + Scene.ID);
        assertThat(page.attribute("alt")).isEqualTo("QR code: a text message to 50500 that says ACME LOGIN 7KQ4M2XHC");
        assertThat(page.body()).contains("<img src=\"data:image/svg+xml;base64,PHN2Zy");
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO, iphone, sms:50500&body=",
        "AUTO, android, sms:50500?body=",
        "AUTO, unknown, sms:50500?body=",
        "STANDARD, iphone, sms:50500?body=",
        "IOS, android, sms:50500&body=",
        "BOTH, android, sms:50500?&body=",
        "BOTH, iphone, sms:50500?&body=",
    })
    void the_message_opens_by_the_link_that_fits(SmsLinkForm form, String device, String start) {
        Shown page = Scene.waiting().with(form).show("User-Agent", agent(device));
        assertThat(page.link("Open the message")).isEqualTo(start + TEXT);
    }

    @Test
    void what_sends_no_texts_has_the_code_to_scan_and_no_link() {
        Shown page = Scene.waiting().show("User-Agent", DESKTOP);
        assertThat(page.body()).doesNotContain("href=\"sms:", "<details>").contains("<figure>");
        assertThat(Scene.waiting().show("User-Agent", ANDROID).body()).contains("<details>");
    }

    @Test
    void the_element_takes_over_with_the_challenge_and_its_script_is_pinned() {
        Shown page = Scene.waiting().show();
        JsonNode challenge = Json.MAPPER.readTree(page.attribute("challenge"));
        assertThat(challenge.path("id").asString()).isEqualTo(Scene.ID.value());
        assertThat(challenge.path("status").asString()).isEqualTo("pending");
        assertThat(challenge.path("relyingPartyName").asString()).isEqualTo("Acme");
        assertThat(challenge.path("text").asString()).isEqualTo("ACME LOGIN 7KQ4M2XHC");
        assertThat(challenge.path("waitToken").asString()).isEqualTo(Scene.TOKEN.reveal());
        assertThat(challenge.path("watchUrl").asString()).isEqualTo("https://watch.example.com:8443/v1/watch");
        assertThat(challenge.path("pageUrl").asString()).isEqualTo("https://sms.example.com/c/" + Scene.ID);
        assertThat(challenge.path("context").path("action").asString()).isEqualTo("Pay 25.00 EUR");
        assertThat(page.body())
                .contains("<script type=\"module\" src=\"https://watch.example.com:8443" + Element.path()
                        + "\" integrity=\"");
        assertThat(page.attribute("integrity")).isEqualTo(Element.integrity());
        assertThat(page.attribute("crossorigin")).isEqualTo("anonymous");
        for (String ending : new String[] {"confirmed", "denied", "expired", "cancelled", "disavowed"}) {
            assertThat(page.attribute("data-" + ending)).isEqualTo(Scene.WAY_BACK.formatted(ending));
        }
    }

    @Test
    void without_a_context_it_is_a_sign_in() {
        assertThat(Scene.open()
                        .with(Scene.created(Scene.PHONE, Scene.BACK, null))
                        .show()
                        .body())
                .contains("<p class=\"action\"><bdi>Sign in</bdi></p>")
                .contains("Asked for at <bdi><time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "'><svg onload=alert(1)>",
                "</title></style></script></uptext-challenge><script>",
                "{{{style}}} {{#waiting}} ${7*7}",
                "&lt;b&gt; &#60;b&#62;",
                "\u202Egnp.exe\u2066",
                "a\nb\r\n\tc\u0000\u2028",
                "שלום 123 مرحبا",
                "``${alert(1)}`` $1 \\",
            })
    void whatever_stands_in_the_context_is_inert(String hostile) {
        Shown page = Scene.open()
                .with(Scene.created(Scene.PHONE, Scene.BACK, new ChallengeContext(hostile, hostile, hostile)))
                .with(Scene.acme(hostile.strip(), "https://acme.example"))
                .show();
        assertThat(page.status()).isEqualTo(200);
        String markup = page.body();
        assertThat(markup.split("<script", -1)).hasSize(3);
        assertThat(markup.split("<style", -1)).hasSize(2);
        assertThat(markup.split("<img", -1)).hasSize(2);
        assertThat(markup.split("</uptext-challenge>", -1)).hasSize(2);
        assertThat(markup).doesNotContain("<svg", "<b>").doesNotContainPattern("<[^>]* on[a-z]+=");
        assertThat(markup)
                .as("it stands there as it was written, and keeps to itself")
                .contains("<p class=\"action\"><bdi>" + Html.text(hostile) + "</bdi></p>")
                .contains("<bdi>" + Html.text(hostile) + "</bdi>, <bdi>" + Html.text(hostile) + "</bdi>");
        assertThat(Json.MAPPER
                        .readTree(page.attribute("challenge"))
                        .path("context")
                        .path("action")
                        .asString())
                .isEqualTo(hostile);
    }

    @Test
    void nothing_secret_is_in_an_address() {
        Shown page = Scene.waiting().show("User-Agent", DESKTOP);
        assertThat(page.body())
                .doesNotContainPattern("(href|src)=\"[^\"]*(upw_|7KQ4|46701)")
                .doesNotContain("46701234567");
    }

    private static String agent(String device) {
        return switch (device) {
            case "iphone" -> IPHONE;
            case "android" -> ANDROID;
            default -> "curl/8.0";
        };
    }
}
