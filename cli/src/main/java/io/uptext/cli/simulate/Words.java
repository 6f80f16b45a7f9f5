/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/** Numbers and places, as people read them. */
public final class Words {

    private Words() {}

    /** A number with commas. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Nanoseconds as milliseconds. */
    public static String millis(long nanos) {
        double millis = nanos / 1e6;
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%,.0f ms", millis);
    }

    /** Seconds and a tenth. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%,.1f s", duration.toMillis() / 1e3);
    }

    /** Host and port. The rest of a URL may hold a secret. */
    static String place(URI url) {
        return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    }
}
