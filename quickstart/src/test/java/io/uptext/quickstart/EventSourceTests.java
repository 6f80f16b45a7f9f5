/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.uptext.platform.json.Json;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The browser's own {@code EventSource}, which sends no headers, with the tickets of the watch API. */
class EventSourceTests extends OtherSiteTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** As docs/api/watch.md says. */
    private static final String WATCH = """
            async (json) => {
              const challenge = JSON.parse(json);
              window.told = [];
              window.urls = [];
              window.open = async () => {
                const answer = await fetch(`${challenge.watchUrl}/tickets`, {
                  method: 'POST',
                  headers: { Authorization: `Bearer ${challenge.waitToken}` },
                });
                if (!answer.ok) { told.push(`no ticket: ${answer.status}`); return; }
                const { watchUrl } = await answer.json();
                urls.push(new URL(watchUrl, answer.url).href);
                listen(urls.at(-1));
              };
              window.listen = (url) => {
                const source = window.source = new EventSource(url);
                for (const name of ['state', 'attempt', 'outcome']) {
                  source.addEventListener(name, ({ data }) => {
                    const { status, flaw } = JSON.parse(data);
                    told.push(`${name} ${status ?? flaw}`);
                  });
                }
                source.onerror = () => { if (source.readyState === EventSource.CLOSED) told.push('closed'); };
              };
              await window.open();
            }
            """;

    @Test
    void it_hears_of_the_outcome_and_is_ended_by_it() throws Exception {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            JsonNode challenge = Running.create("{\"msisdn\":\"" + number + "\"}");
            Page page = watching(context, OtherSite.ORIGIN, challenge);
            awaitTold(page, "state pending");
            Running.text(Running.stranger(), challenge.path("text").asString());
            awaitTold(page, "state pending", "attempt wrong_phone");
            Running.text(number, challenge.path("text").asString());
            // It connects again by itself, with a ticket that has been used: that ends it.
            awaitTold(page, "state pending", "attempt wrong_phone", "outcome confirmed", "closed");
            String ticket = page.evaluate("urls[0]").toString().replaceAll(".*ticket=", "");
            assertThat(ticket).startsWith("upt_");
            assertThat(Files.readString(Running.LOG)).doesNotContain(ticket, "upt_");
        }
    }

    @Test
    void a_ticket_that_was_used_opens_nothing_and_the_page_gets_another_one() {
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page page = watching(context, OtherSite.ORIGIN, Running.create("{\"msisdn\":\"" + number + "\"}"));
            awaitTold(page, "state pending");
            page.evaluate("() => { source.close(); listen(urls[0]); }");
            awaitTold(page, "state pending", "closed");
            page.evaluate("() => window.open()");
            awaitTold(page, "state pending", "closed", "state pending");
        }
    }

    @Test
    void a_page_that_is_not_listed_gets_no_ticket_and_hears_nothing_with_anothers() {
        JsonNode challenge = Running.create("{\"msisdn\":\"" + number + "\"}");
        try (BrowserContext context = chromium.open(Look.DESKTOP)) {
            Page listed = watching(context, OtherSite.ORIGIN, challenge);
            awaitTold(listed, "state pending");
            listed.evaluate("() => source.close()");
            Page stranger = context.newPage();
            // The same server by another name is another origin.
            stranger.navigate(OtherSite.ORIGIN.replace("localhost", "127.0.0.1"));
            Object failure = stranger.evaluate(
                    "async (json) => { try { await (" + WATCH + ")(json); return ''; } catch (e) { return e.name; } }",
                    Json.MAPPER.writeValueAsString(challenge));
            assertThat(failure).isEqualTo("TypeError");
            stranger.evaluate("url => listen(url)", freshUrl(challenge));
            awaitTold(stranger, "closed");
        }
    }

    /** Looked at from here, for the page's policy lets nobody wait within it. */
    private static void awaitTold(Page page, String... events) {
        Awaitility.await()
                .pollInSameThread()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(page.evaluate("told")).isEqualTo(List.of(events)));
    }

    /** Of a ticket that nobody has used. */
    private static String freshUrl(JsonNode challenge) {
        return WatchTickets.issued(challenge).path("watchUrl").asString();
    }

    private static Page watching(BrowserContext context, String origin, JsonNode challenge) {
        Page page = context.newPage();
        page.navigate(origin);
        page.evaluate(WATCH, Json.MAPPER.writeValueAsString(challenge));
        return page;
    }
}
