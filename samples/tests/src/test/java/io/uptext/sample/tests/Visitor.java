/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.sample.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A person with a browser and an address, who has never been at the site. */
final class Visitor implements AutoCloseable {

    private static final AtomicInteger VISITORS = new AtomicInteger();

    final Page page;
    final List<String> complaints = new ArrayList<>();

    private final BrowserContext context;
    private final Site site;
    private final Kind kind;

    Visitor(Chromium chromium, Kind kind, Site site, Browser.NewContextOptions options) {
        this.kind = kind;
        this.site = site;
        this.context = chromium.browser().newContext(options);
        String address = "192.0.2." + VISITORS.incrementAndGet();
        // As the site's proxy would add it; Uptext's event stream is no page of the site.
        context.route(site.url() + "/**", route -> {
            Map<String, String> headers = new HashMap<>(route.request().headers());
            headers.put("X-Forwarded-For", address);
            route.resume(new Route.ResumeOptions().setHeaders(headers));
        });
        this.page = context.newPage();
        // A script or a style that the policy forbids is one of them.
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type()) && !message.text().contains("status of 409")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Browser.NewContextOptions desktop() {
        return new Browser.NewContextOptions().setViewportSize(1280, 900);
    }

    static Browser.NewContextOptions dark() {
        return desktop().setColorScheme(ColorScheme.DARK);
    }

    static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true);
    }

    static Browser.NewContextOptions withoutScripts() {
        return desktop().setJavaScriptEnabled(false);
    }

    /** Wants to see their account, and is led to the login. */
    Visitor wantsAccount() {
        page.navigate(site.url() + "/account");
        assertThat(page).hasURL(site.url() + "/login/text");
        return this;
    }

    /** Begins, with a number or with none, and is shown the text to send. */
    String begins(String number) {
        page.locator("#msisdn").fill(number);
        page.locator("button.primary").click();
        assertThat(page.locator("#text")).isVisible();
        return page.locator("#text").textContent();
    }

    void seesAccountOf(String number) {
        assertThat(page).hasURL(Pattern.compile("/account"));
        assertThat(page.locator("#who")).hasText(number);
    }

    boolean isSignedIn() {
        return fetch("/account").status() == 200;
    }

    /** As a page of the site would fetch it, with the cookies of this browser, without following. */
    APIResponse fetch(String path) {
        return context.request()
                .get(
                        site.url() + path,
                        RequestOptions.create().setMaxRedirects(0).setHeader("Accept", "text/html"));
    }

    /** A form that was made up, with the token against CSRF of this very session. */
    APIResponse sends(String path, String challenge) {
        String body = fetch("/login/text").text();
        var token = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"").matcher(body);
        if (!token.find()) {
            throw new IllegalStateException("the page has no token against CSRF");
        }
        return context.request()
                .post(
                        site.url() + path,
                        RequestOptions.create()
                                .setMaxRedirects(0)
                                .setForm(FormData.create()
                                        .set(token.group(1), token.group(2))
                                        .set("challenge", challenge)));
    }

    String challenge() {
        return page.locator("#finish input[name=challenge]").getAttribute("value");
    }

    String session() {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals(kind.cookie))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    void takesSession(String id) {
        context.addCookies(List.of(new Cookie(kind.cookie, id).setUrl(site.url())));
    }

    /** Keeps a picture of the page, for people to look at. */
    void screen(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(Path.of("target", "screens", kind.module + "-" + name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
