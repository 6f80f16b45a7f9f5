/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How streams are kept and ended.
 *
 * @param writeTimeout how long what was sent may wait for a browser to take it, 1 s to 5 min
 * @param retrySpread by how much browsers come back later than uptext.notifier.retry, each by another part of it, 0 to 1 min
 * @param drain over how long the streams of an instance that stops are ended, 0 to 5 min
 */
@ConfigurationProperties("uptext.notifier.watch")
record WatchProperties(
        @DefaultValue("20s") Duration writeTimeout,
        @DefaultValue("2s") Duration retrySpread,
        @DefaultValue("20s") Duration drain) {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    WatchProperties {
        between("write-timeout", writeTimeout, Duration.ofSeconds(1), LONGEST);
        between("retry-spread", retrySpread, Duration.ZERO, Duration.ofMinutes(1));
        between("drain", drain, Duration.ZERO, LONGEST);
    }

    private static void between(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "uptext.notifier.watch." + name + " must be from " + least + " to " + most);
        }
    }
}
