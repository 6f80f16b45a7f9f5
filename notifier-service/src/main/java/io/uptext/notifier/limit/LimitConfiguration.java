/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.uptext.notifier.NotifierProperties;
import io.uptext.notifier.watch.Admission;
import io.uptext.platform.http.ConnectionGuard;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many may watch here. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
public class LimitConfiguration {

    /** From the end of a request's headers to the end of its body, which is empty here. */
    private static final Duration BODY_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration ANY_TIME = Duration.ofDays(365);

    @Bean
    Admission admission(LimitProperties limits, NotifierProperties properties, MeterRegistry registry) {
        Map<WatchLimit, Counter> refused = new EnumMap<>(WatchLimit.class);
        for (WatchLimit limit : WatchLimit.values()) {
            refused.put(limit, counter(limit, registry));
        }
        return new AddressAdmission(
                new WatchLimits(
                        limits,
                        System::nanoTime,
                        limit -> Objects.requireNonNull(refused.get(limit)).increment()),
                new ClientAddresses(properties.trustedProxies()));
    }

    /** For those who never come to be counted, since they never end a request. Answers here have no time in which they end. */
    @Bean
    ConnectionGuard connectionGuard() {
        return new ConnectionGuard(BODY_TIMEOUT, ANY_TIME);
    }

    private static Counter counter(WatchLimit limit, MeterRegistry registry) {
        return Counter.builder("uptext.watch.refused")
                .description("Connections that were refused since there were too many, by limit")
                .tag("limit", limit.word())
                .register(registry);
    }
}
