/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.Locale;

/** How a page is looked at. */
enum Look {
    DESKTOP(1280, 900, ColorScheme.LIGHT, false),
    DARK(1280, 900, ColorScheme.DARK, false),
    PHONE(390, 844, ColorScheme.LIGHT, true);

    private static final Path SCREENS = Path.of("target", "screens");

    private final int width;
    private final int height;
    private final ColorScheme colours;
    private final boolean mobile;

    Look(int width, int height, ColorScheme colours, boolean mobile) {
        this.width = width;
        this.height = height;
        this.colours = colours;
        this.mobile = mobile;
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setIsMobile(mobile)
                .setHasTouch(mobile);
    }

    /** Keeps a picture of the page, for people to look at. */
    void screen(Page page, String state) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(SCREENS.resolve(name().toLowerCase(Locale.ROOT) + "-" + state + ".png")));
    }
}
