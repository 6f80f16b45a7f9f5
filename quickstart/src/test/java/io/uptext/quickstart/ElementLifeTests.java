/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.uptext.element.Element;
import io.uptext.platform.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What pages do with an element: they move it, set it again, change its language, and have other things on them. */
class ElementLifeTests extends OtherSiteTest {

    private BrowserContext context;
    private Page page;
    private final List<String> watches = new ArrayList<>();

    @BeforeEach
    void openPage() {
        context = chromium.open(Look.DESKTOP);
        page = context.newPage();
        page.onRequest(request -> {
            if (request.url().endsWith("/v1/watch")) {
                watches.add(request.method());
            }
        });
        page.navigate(OtherSite.ORIGIN);
        page.evaluate("customElements.whenDefined('uptext-challenge').then(() => true)");
    }

    @AfterEach
    void closePage() {
        context.close();
    }

    @Test
    void an_end_is_told_once_wherever_the_element_moves_and_however_often_its_challenge_is_set() {
        JsonNode challenge = bound();
        show(challenge);
        Running.text(number, challenge.path("text").asString());
        assertState("confirmed");
        page.evaluate("document.body.append(document.querySelector('uptext-challenge'))");
        set(challenge);
        assertState("confirmed");
        assertThat(page.locator("#title")).isVisible();
        assertHeard("confirmed");
        assertThat(watches).hasSize(1);
    }

    @Test
    void whoever_has_said_no_is_not_asked_again() {
        JsonNode challenge = Running.create("{}");
        show(challenge);
        Running.text(number, challenge.path("text").asString());
        assertState("whose");
        page.locator("#not-mine").click();
        page.evaluate("document.body.append(document.querySelector('uptext-challenge'))");
        assertState("denied");
        assertHeard("denied disavowed");
    }

    @Test
    void a_challenge_that_is_set_again_and_again_is_one_connection() {
        JsonNode challenge = bound();
        for (int i = 0; i < 5; i++) {
            set(challenge);
        }
        assertThat(AcmePage.element(page)).hasAttribute("connection", "live");
        assertThat(watches).hasSize(1);
    }

    @Test
    void an_element_that_moves_goes_on_waiting_and_one_that_is_gone_does_not() {
        JsonNode challenge = bound();
        show(challenge);
        page.evaluate("document.body.append(document.querySelector('uptext-challenge'))");
        assertThat(AcmePage.element(page)).hasAttribute("connection", "live");
        assertThat(watches).hasSize(2);
        page.evaluate("gone = document.querySelector('uptext-challenge'); gone.remove()");
        assertThat((Boolean) page.evaluate("gone.hasAttribute('connection')")).isFalse();
        Running.text(number, challenge.path("text").asString());
        Running.awaitStatus(challenge, "confirmed");
        assertHeard();
        page.evaluate("document.body.append(gone)");
        assertState("confirmed");
        assertHeard("confirmed");
    }

    @Test
    void two_clicks_on_cancel_are_one_end() {
        show(bound());
        page.evaluate("(cancel => { cancel.click(); cancel.click(); })"
                + "(document.querySelector('uptext-challenge').shadowRoot.getElementById('cancel'))");
        assertState("cancelled");
        assertHeard("cancelled by_person");
    }

    @Test
    void another_challenge_begins_anew() {
        show(bound());
        page.locator("#cancel").click();
        assertState("cancelled");
        JsonNode next = bound();
        show(next);
        Running.text(number, next.path("text").asString());
        assertState("confirmed");
        assertHeard("cancelled by_person", "confirmed");
    }

    @Test
    void what_is_no_challenge_is_told_so() {
        for (String attribute : List.of("{", "{}", "[]", "\"x\"")) {
            page.evaluate(
                    "json => document.querySelector('uptext-challenge').setAttribute('challenge', json)", attribute);
            assertState("failed");
            page.evaluate("document.querySelector('uptext-challenge').challenge = null");
            assertThat(AcmePage.element(page)).not().hasAttribute("state", "failed");
        }
        ObjectNode undated = (ObjectNode) bound();
        undated.remove("createdAt");
        set(undated);
        assertState("failed");
        assertThat(watches).isEmpty();
    }

    @Test
    void the_last_language_is_spoken_however_late_its_words_come() {
        List<Route> late = new ArrayList<>();
        page.route("**/words/fr.json", late::add);
        show(bound());
        page.evaluate("document.querySelector('uptext-challenge').lang = 'fr'");
        page.evaluate("document.querySelector('uptext-challenge').lang = 'es'");
        assertThat(page.locator("#title")).hasText(word("es", "title"));
        page.waitForCondition(() -> !late.isEmpty());
        page.unroute("**/words/fr.json");
        page.waitForResponse("**/words/fr.json", () -> late.forEach(Route::resume));
        // What the page reads after them comes after whatever the element does with them.
        page.evaluate("async url => (await fetch(url)).json()", words("fr"));
        assertThat(page.locator("#title")).hasText(word("es", "title"));
    }

    @Test
    void words_that_do_not_come_are_english_soon() {
        page.route("**/words/de.json", _ -> {});
        show(bound());
        assertThat(page.locator("#title")).hasText(Look.DESKTOP.word("title"));
        assertThat(page.locator("[part=box]")).hasAttribute("lang", "de");
    }

    @Test
    void another_language_keeps_focus_and_connection() {
        show(bound());
        // While it can be fetched.
        speak("pt");
        speak("de");
        context.setOffline(true);
        assertThat(page.locator("#status")).hasText(word("de", "offline"));
        page.locator("#cancel").focus();
        // As it is drawn, before anything more is heard.
        assertThat(page.evaluate("""
                        async () => { const element = document.querySelector('uptext-challenge');
                          element.lang = 'pt';
                          await new Promise(requestAnimationFrame);
                          return element.shadowRoot.getElementById('status').textContent; }
                        """)).isEqualTo(word("pt", "offline"));
        assertThat(page.locator("#cancel")).isFocused();
    }

    @Test
    void whoever_types_elsewhere_on_the_page_goes_on_typing() {
        JsonNode challenge = bound();
        show(challenge);
        page.evaluate("document.body.append(document.createElement('input'))");
        page.locator("input").focus();
        Running.text(number, challenge.path("text").asString());
        assertState("confirmed");
        assertThat(page.locator("#title")).isVisible();
        assertThat(page.locator("input")).isFocused();
        assertThat(AcmePage.element(page).locator("[role=status]")).hasText(word("de", "confirmed"));
    }

    /** The natural way to bring a site's colours in. */
    @Test
    void a_sites_own_colour_of_the_same_name_is_taken() {
        show(bound());
        page.evaluate("""
                () => { const sheet = new CSSStyleSheet();
                  sheet.replaceSync(':root { --accent: rgb(1, 2, 3); --card: rgb(4, 5, 6) }'
                    + ' uptext-challenge { --uptext-accent: var(--accent); --uptext-card: var(--card) }');
                  document.adoptedStyleSheets = [sheet]; }
                """);
        assertThat(AcmePage.element(page).locator("section")).hasCSS("background-color", "rgb(4, 5, 6)");
        page.locator("#cancel").focus();
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Tab");
        assertThat(page.locator("#cancel")).hasCSS("outline-color", "rgb(1, 2, 3)");
    }

    private JsonNode bound() {
        return Running.create("{\"msisdn\":\"" + number + "\"}");
    }

    private void show(JsonNode challenge) {
        set(challenge);
        assertThat(AcmePage.element(page)).hasAttribute("connection", "live");
        assertThat(page.locator("#title")).isVisible();
    }

    private void set(JsonNode challenge) {
        page.evaluate(
                "json => { document.querySelector('uptext-challenge').challenge = JSON.parse(json) }",
                Json.MAPPER.writeValueAsString(challenge));
    }

    private void speak(String language) {
        page.evaluate("language => { document.querySelector('uptext-challenge').lang = language }", language);
        assertThat(page.locator("#title")).hasText(word(language, "title"));
    }

    private void assertState(String state) {
        assertThat(AcmePage.element(page)).hasAttribute("state", state);
    }

    private void assertHeard(String... events) {
        assertThat(page.evaluate("heard")).isEqualTo(List.of(events));
    }

    private static String words(String language) {
        return Addresses.url(Running.STACK.addresses().notifier()) + "/element/" + Element.VERSION + "/words/"
                + language + ".json";
    }

    private static String word(String language, String key) {
        return Element.words(language).getOrDefault(key, "");
    }
}
