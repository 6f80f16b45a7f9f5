/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import java.util.Locale;
import java.util.stream.Stream;

/** What the browser runs on, as far as it says so. It decides how the message is offered, and nothing else. */
enum Device {
    /** An iPhone, or an iPad that says so. */
    IOS,
    /** Another phone or tablet. */
    MOBILE,
    /** Something that sends no texts. An iPad that says that it is a Mac is one, and has the QR code. */
    DESKTOP,
    UNKNOWN;

    /** By the header {@code User-Agent}; empty if there is none. */
    static Device of(String userAgent) {
        String agent = userAgent.toLowerCase(Locale.ROOT);
        if (has(agent, "iphone", "ipad", "ipod")) {
            return IOS;
        }
        if (has(agent, "android", "mobile")) {
            return MOBILE;
        }
        return has(agent, "windows nt", "macintosh", "x11", "cros") ? DESKTOP : UNKNOWN;
    }

    private static boolean has(String agent, String... words) {
        return Stream.of(words).anyMatch(agent::contains);
    }

    /** Whether the message can be opened on it. */
    boolean mayText() {
        return this != DESKTOP;
    }

    /** Whether its camera looks the other way. */
    boolean isPhone() {
        return this == IOS || this == MOBILE;
    }
}
