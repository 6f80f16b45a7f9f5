/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Swagger UI in a real browser: the API can be looked at, and tried. */
class ApiPageTests {

    @Test
    void a_challenge_is_created_on_the_page_of_the_API() {
        List<String> complaints = new CopyOnWriteArrayList<>();
        try (Chromium chromium = Chromium.start();
                BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(Addresses.url(Running.STACK.addresses().api()));
            Locator operation = page.locator("#operations-Challenges-createChallenge");
            assertThat(operation).isVisible();
            assertThat(page.locator("#operations-Proofs-publicKeys")).isVisible();

            page.locator(".auth-wrapper .authorize").first().click();
            page.locator(".auth-container input")
                    .first()
                    .fill(Running.STACK.secrets().acmeKey());
            page.locator(".auth-btn-wrapper .authorize").first().click();
            page.locator(".auth-btn-wrapper .btn-done").first().click();
            operation.locator(".opblock-summary-control").click();
            Look.DESKTOP.screen(page, "api");
            operation.locator("textarea").fill("{\"msisdn\":\"" + Running.stranger() + "\"}");
            operation.locator(".execute").click();

            assertThat(operation
                            .locator(".live-responses-table .response-col_status")
                            .last())
                    .containsText("201");
            assertThat(operation.locator(".live-responses-table")).containsText("waitToken");
        }
        Assertions.assertThat(complaints).isEmpty();
    }
}
