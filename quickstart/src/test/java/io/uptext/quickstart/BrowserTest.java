/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** One browser for the tests of a class, each of which opens it as somebody who has never been here. */
abstract class BrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static Chromium chromium;

    /** One of its own for each test: a number has three open challenges at most. */
    final String number = Running.stranger();

    @BeforeAll
    static void startBrowser() {
        setDefaultAssertionTimeout((double) PATIENCE.toMillis());
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }
}
