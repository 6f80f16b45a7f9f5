/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier;

import io.uptext.registry.WebOrigin;
import io.uptext.registry.oauth.OAuth;
import java.net.URI;
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
 * @param origins where Uptext's own pages come from, the hosted page for example, which watch challenges of all relying parties;
 *     those of the relying parties themselves stand in the registry
 * @param watchUrl by which browsers reach {@code /v1/watch}, for tickets; absent where that is where they ask for them
 * @param heartbeat how often a comment is sent, 1 s to 1 min
 * @param retry how long a browser waits before it connects again, 100 ms to 1 min
 * @param trustedProxies how many proxies of ours each request comes through, 0 to 10; docs/api/watch.md says what they must do
 */
@ConfigurationProperties("uptext.notifier")
public record NotifierProperties(
        Path registry,
        @Nullable OAuth oauth,
        @DefaultValue List<String> origins,
        @Nullable URI watchUrl,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("2s") Duration retry,
        @DefaultValue("0") int trustedProxies) {

    public NotifierProperties {
        if (registry == null) {
            throw new IllegalArgumentException(
                    "uptext.notifier.registry is missing: the file of relying parties, see docs/registry.md");
        }
        between("heartbeat", heartbeat, Duration.ofSeconds(1));
        between("retry", retry, Duration.ofMillis(100));
        origins.forEach(NotifierProperties::origin);
    }

    /** The origins of our own pages. */
    public List<WebOrigin> ownOrigins() {
        return origins.stream().map(NotifierProperties::origin).toList();
    }

    private static WebOrigin origin(String origin) {
        try {
            return new WebOrigin(origin);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("uptext.notifier.origins: " + origin + " " + e.getMessage(), e);
        }
    }

    private static void between(String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0 || value.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("uptext.notifier." + name + " must be from " + least + " to PT1M");
        }
    }
}
