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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static ConfigurableApplicationContext start(WebApplicationType type, FakeUptext uptext) {
        return new SpringApplicationBuilder(OtherSite.class)
                .web(type)
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
