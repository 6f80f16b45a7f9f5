/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import io.uptext.element.Element;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** How a page is looked at. */
enum Look {
    DESKTOP(1280, 900, ColorScheme.LIGHT, false, "en"),
    DARK(1280, 900, ColorScheme.DARK, false, "en"),
    PHONE(390, 844, ColorScheme.LIGHT, true, "en"),
    ARABIC(1280, 900, ColorScheme.LIGHT, false, "ar"),
    ARABIC_PHONE(390, 844, ColorScheme.DARK, true, "ar");

    /** By which the hosted page knows a phone; without scripts it cannot look. */
    private static final String ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/140.0.0.0 Mobile Safari/537.36";

    private static final Path SCREENS = Path.of("target", "screens");

    private final int width;
    private final int height;
    private final ColorScheme colours;
    private final boolean mobile;
    private final String language;

    Look(int width, int height, ColorScheme colours, boolean mobile, String language) {
        this.width = width;
        this.height = height;
        this.colours = colours;
        this.mobile = mobile;
        this.language = language;
    }

    Browser.NewContextOptions options() {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setIsMobile(mobile)
                .setHasTouch(mobile)
                .setLocale(language);
        return mobile ? options.setUserAgent(ANDROID) : options;
    }

    boolean isPhone() {
        return mobile;
    }

    /** What its person reads. */
    Map<String, String> words() {
        return Element.words(language);
    }

    /** Which of them stands at a key. */
    String word(String key) {
        return words().getOrDefault(key, "no word of this key: " + key);
    }

    /** Keeps a picture of the page, for people to look at. */
    void screen(Page page, String state) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(SCREENS.resolve(name().toLowerCase(Locale.ROOT) + "-" + state + ".png")));
    }
}
