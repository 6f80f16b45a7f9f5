/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier;

import io.uptext.registry.oauth.OAuth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the notifier needs to know.
 *
 * @param registry the file of relying parties, the same as challenge-service's; docs/registry.md has its form
 * @param oauth whose access tokens are taken beside API keys; absent where none are
 * @param origins exact origins of the pages that may watch; no wildcards
 * @param heartbeat how often a comment is sent, 1 s to 1 min
 * @param retry how long a browser waits before it connects again, 100 ms to 1 min
 */
@ConfigurationProperties("uptext.notifier")
public record NotifierProperties(
        Path registry,
        @Nullable OAuth oauth,
        @DefaultValue List<String> origins,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("2s") Duration retry) {

    public NotifierProperties {
        if (registry == null) {
            throw new IllegalArgumentException(
                    "uptext.notifier.registry is missing: the file of relying parties, see docs/registry.md");
        }
        between("heartbeat", heartbeat, Duration.ofSeconds(1));
        between("retry", retry, Duration.ofMillis(100));
        if (origins.stream().anyMatch(origin -> origin.contains("*") || origin.equals("null"))) {
            throw new IllegalArgumentException("uptext.notifier.origins are exact origins, no wildcards");
        }
    }

    private static void between(String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0 || value.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("uptext.notifier." + name + " must be from " + least + " to PT1M");
        }
    }
}
