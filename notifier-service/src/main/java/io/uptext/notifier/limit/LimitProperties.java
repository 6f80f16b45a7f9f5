/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many connections there may be at one instance; docs/limits.md says why so many.
 *
 * @param openPerAddress at a time from one IPv4 address or one /64 of IPv6, 1 to 1,000,000
 * @param openPerParty at a time for one relying party, 1 to 1,000,000
 * @param arrivalsPerMinute new ones from one IPv4 address or one /64 of IPv6, 1 to 1,000,000; so many may come at once
 */
@ConfigurationProperties("uptext.notifier.limits")
record LimitProperties(
        @DefaultValue("1000") int openPerAddress,
        @DefaultValue("20000") int openPerParty,
        @DefaultValue("3000") int arrivalsPerMinute) {

    private static final int MOST = 1_000_000;

    LimitProperties {
        check("open-per-address", openPerAddress);
        check("open-per-party", openPerParty);
        check("arrivals-per-minute", arrivalsPerMinute);
    }

    private static void check(String name, int value) {
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException("uptext.notifier.limits." + name + " must be from 1 to " + MOST);
        }
    }
}
