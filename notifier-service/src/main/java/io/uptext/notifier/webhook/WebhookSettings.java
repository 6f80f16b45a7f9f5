/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import io.uptext.platform.outbound.LoopbackUrls;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * With what and where to webhooks are sent.
 *
 * @param webhookSecrets the file of their keys, docs/webhooks.md has its form; without it none is called
 * @param webhooks what is not as usual
 */
@ConfigurationProperties("uptext.notifier")
record WebhookSettings(
        @Nullable Path webhookSecrets, @DefaultValue Exceptions webhooks) {

    /**
     * Exceptions.
     *
     * @param allowPrivateTargets origins of this machine that may be called, {@code http://127.0.0.1:9000} for example; for
     *     developers
     */
    record Exceptions(@DefaultValue Set<String> allowPrivateTargets) {

        Exceptions {
            allowPrivateTargets = Set.copyOf(allowPrivateTargets);
            if (!allowPrivateTargets.stream()
                    .allMatch(each -> LoopbackUrls.origin(each).equals(Optional.of(each)))) {
                throw new IllegalArgumentException(
                        "uptext.notifier.webhooks.allow-private-targets are origins of this very "
                                + "machine, http://localhost or http://127.0.0.1 with a port and nothing behind it");
            }
        }
    }
}
