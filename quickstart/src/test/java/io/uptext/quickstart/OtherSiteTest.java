/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A bare page of another origin, where nothing but the element can go wrong. */
abstract class OtherSiteTest extends BrowserTest {

    private static OtherSite site;

    @BeforeAll
    static void startSite() {
        site = new OtherSite();
    }

    @AfterAll
    static void stopSite() {
        site.close();
    }
}
