/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.spring.FakeUptext;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

class OtherSiteTests {

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void a_person_is_who_the_site_says_and_their_session_has_a_new_id(WebApplicationType type) throws Exception {
        OtherSite.welcome = true;
        try (FakeUptext uptext = new FakeUptext();
                ConfigurableApplicationContext site = start(type, uptext)) {
            Browser browser = new Browser(site.getEnvironment());
            assertThat(browser.get("/who").headers().firstValue("location").orElse(""))
                    .endsWith("/app/login/text");
            browser.send("/login/text", "msisdn=" + URLEncoder.encode(FakeUptext.NUMBER, StandardCharsets.UTF_8));
            String before = browser.session();
            HttpResponse<String> signedIn = browser.send("/login/text/finish", "");
            assertThat(signedIn.headers().firstValue("location").orElse("")).contains("/app/who");
            assertThat(browser.get("/who").body()).isEqualTo("anna");
            assertThat(browser.session()).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void whoever_was_in_the_session_before_it_began_is_not_in_it_when_the_text_arrives(WebApplicationType type)
            throws Exception {
        OtherSite.welcome = true;
        try (FakeUptext uptext = new FakeUptext();
                ConfigurableApplicationContext site = start(type, uptext)) {
            Browser browser = new Browser(site.getEnvironment());
            String token = Browser.field(browser.get("/login/text").body(), "_csrf");
            Browser planter = new Browser(site.getEnvironment());
            planter.takes(browser);
            browser.send("/login/text", "msisdn=" + URLEncoder.encode(FakeUptext.NUMBER, StandardCharsets.UTF_8));

            assertThat(planter.get("/login/text").body()).doesNotContain(FakeUptext.ID);
            String own = Browser.field(planter.get("/login/text").body(), "_csrf");
            assertThat(planter.post("/login/text/finish", own, FakeUptext.ID).statusCode())
                    .isEqualTo(409);
            assertThat(planter.get("/who").statusCode()).isEqualTo(302);
            // Nor does a page of the planter's do anything in the person's browser by the token of before.
            browser.post("/login/text/finish", token, FakeUptext.ID);
            assertThat(browser.get("/who").statusCode()).isEqualTo(302);
            assertThat(uptext.redemptions()).isEmpty();

            browser.send("/login/text/finish", "");
            assertThat(browser.get("/who").body()).isEqualTo("anna");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void who_is_not_welcome_is_told_so_and_not_signed_in(WebApplicationType type) throws Exception {
        OtherSite.welcome = false;
        try (FakeUptext uptext = new FakeUptext();
                ConfigurableApplicationContext site = start(type, uptext)) {
            Browser browser = new Browser(site.getEnvironment());
            browser.send("/login/text", "msisdn=" + URLEncoder.encode(FakeUptext.NUMBER, StandardCharsets.UTF_8));
            assertThat(browser.send("/login/text/finish", "").statusCode()).isEqualTo(303);
            assertThat(browser.get("/login/text").body()).contains("Your &lt;account&gt; is closed.");
            assertThat(browser.get("/who").statusCode()).isEqualTo(302);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void of_two_who_finish_at_once_in_one_session_one_signs_in_and_both_are_led_on(WebApplicationType type)
            throws Exception {
        OtherSite.welcome = true;
        CyclicBarrier both = new CyclicBarrier(2);
        try (FakeUptext uptext = new FakeUptext();
                ConfigurableApplicationContext site = start(type, uptext)) {
            Browser browser = new Browser(site.getEnvironment());
            browser.begins();
            uptext.beforeRedemption = () -> meet(both);
            OtherSite.ASKED.set(0);
            String token = Browser.field(browser.get("/login/text").body(), "_csrf");
            CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(
                    () -> browser.quietly("/login/text/finish", token), Thread::startVirtualThread);
            HttpResponse<String> second = browser.quietly("/login/text/finish", token);
            assertThat(List.of(first.get(), second))
                    .extracting(HttpResponse::statusCode)
                    .allMatch(status -> status == 302 || status == 303);
            assertThat(OtherSite.ASKED).hasValue(1);
            assertThat(browser.get("/who").body()).isEqualTo("anna");

            // And whoever comes back to a page of before is led on, too; but "not me" is not.
            HttpResponse<String> stale = browser.send("/login/text/finish", "");
            assertThat(stale.statusCode()).isEqualTo(302);
            assertThat(stale.headers().firstValue("location").orElse("")).doesNotContain("/login");
            assertThat(browser.send("/login/text/disown", "").statusCode()).isEqualTo(409);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void a_site_that_does_not_say_who_somebody_is_can_be_asked_again(WebApplicationType type) throws Exception {
        OtherSite.welcome = true;
        try (FakeUptext uptext = new FakeUptext();
                ConfigurableApplicationContext site = start(type, uptext)) {
            Browser browser = new Browser(site.getEnvironment());
            browser.begins();
            OtherSite.broken = true;
            assertThat(browser.send("/login/text/finish", "").statusCode()).isEqualTo(500);
            OtherSite.broken = false;
            assertThat(browser.get("/who").statusCode()).isEqualTo(302);
            browser.send("/login/text/finish", "");
            assertThat(browser.get("/who").body()).isEqualTo("anna");
        } finally {
            OtherSite.broken = false;
        }
    }

    @Test
    void who_may_have_one_session_and_has_it_is_told_so() throws Exception {
        OtherSite.welcome = true;
        try (FakeUptext uptext = new FakeUptext();
                ConfigurableApplicationContext site = start(WebApplicationType.SERVLET, uptext)) {
            for (String place : List.of("here", "elsewhere")) {
                Browser browser = new Browser(site.getEnvironment());
                browser.begins();
                assertThat(browser.send("/login/text/finish", "").statusCode()).isLessThan(400);
                assertThat(browser.get("/who").statusCode()).isEqualTo(place.equals("here") ? 200 : 302);
                assertThat(browser.get("/login/text").body().contains("signed in elsewhere"))
                        .isEqualTo(place.equals("elsewhere"));
            }
        }
    }

    @Test
    void a_form_whose_session_is_over_leads_back_to_the_page_and_nothing_else_does() throws Exception {
        try (FakeUptext uptext = new FakeUptext();
                ConfigurableApplicationContext site = start(WebApplicationType.SERVLET, uptext)) {
            Browser browser = new Browser(site.getEnvironment());
            HttpResponse<String> over = browser.post("/login/text/finish", "of-another-session", FakeUptext.ID);
            assertThat(over.statusCode()).isEqualTo(303);
            assertThat(over.headers().firstValue("location")).contains("/app/login/text");
            assertThat(browser.post("/who", "of-another-session", "").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_slow_uptext_holds_no_more_threads_than_it_may() throws Exception {
        OtherSite.welcome = true;
        CyclicBarrier answering = new CyclicBarrier(2);
        CountDownLatch asked = new CountDownLatch(1);
        try (FakeUptext uptext = new FakeUptext();
                ConfigurableApplicationContext site =
                        start(WebApplicationType.SERVLET, uptext, "uptext.login.at-once=1")) {
            Browser slow = new Browser(site.getEnvironment());
            slow.begins();
            uptext.beforeRedemption = () -> {
                asked.countDown();
                meet(answering);
            };
            String token = Browser.field(slow.get("/login/text").body(), "_csrf");
            CompletableFuture<HttpResponse<String>> held = CompletableFuture.supplyAsync(
                    () -> slow.quietly("/login/text/finish", token), Thread::startVirtualThread);
            asked.await();
            Browser other = new Browser(site.getEnvironment());
            other.begins();
            assertThat(other.get("/login/text").body()).contains("does not work just now");

            meet(answering);
            held.get();
            assertThat(slow.get("/who").body()).isEqualTo("anna");
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConfigurableApplicationContext start(
            WebApplicationType type, FakeUptext uptext, String... settings) {
        return new SpringApplicationBuilder(OtherSite.class)
                .web(type)
                .properties(settings)
                .run(
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--server.servlet.context-path=/app",
                        "--spring.webflux.base-path=/app",
                        "--uptext.url=" + uptext.url(),
                        "--uptext.api-key=upk_acme_secret",
                        "--uptext.relying-party=acme");
    }

    /** A browser without scripts. */
    private static final class Browser {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(cookies).build();
        private final String url;

        Browser(Environment environment) {
            this.url = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + "/app";
        }

        HttpResponse<String> get(String path) throws Exception {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url + path))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        /** A form of ours, with the hidden fields of the page that is shown. */
        HttpResponse<String> send(String path, String fields) throws Exception {
            String page = get("/login/text").body();
            return send(path, fields, field(page, "_csrf"), field(page, "challenge"));
        }

        void begins() throws Exception {
            send("/login/text", "msisdn=" + URLEncoder.encode(FakeUptext.NUMBER, StandardCharsets.UTF_8));
        }

        HttpResponse<String> quietly(String path, String token) {
            try {
                return post(path, token, FakeUptext.ID);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        HttpResponse<String> post(String path, String token, String challenge) throws Exception {
            return send(path, "", token, challenge);
        }

        private HttpResponse<String> send(String path, String fields, String token, String challenge) throws Exception {
            String body =
                    fields + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&challenge=" + challenge;
            return http.send(
                    HttpRequest.newBuilder(URI.create(url + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        /** Another browser with the same session. */
        void takes(Browser other) {
            other.cookies
                    .getCookieStore()
                    .getCookies()
                    .forEach(cookie -> cookies.getCookieStore().add(URI.create(url), cookie));
        }

        String session() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().endsWith("SESSION")
                            || cookie.getName().equals("JSESSIONID"))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElseThrow();
        }

        static String field(String page, String name) {
            Matcher field =
                    Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
            return field.find() ? field.group(1) : "";
        }
    }
}
