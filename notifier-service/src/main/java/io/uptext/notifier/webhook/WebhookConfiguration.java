/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import io.uptext.platform.file.WatchedFile;
import io.uptext.registry.RelyingParties;
import java.time.Clock;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What sends webhooks, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
public class WebhookConfiguration {

    private static final Logger log = LoggerFactory.getLogger(WebhookConfiguration.class);

    @Bean
    SecretsFile webhookSecrets(WebhookSettings settings) {
        return new SecretsFile(settings.webhookSecrets());
    }

    @Bean
    Sender webhookSender(
            WebhookSettings settings, SecretsFile secrets, WatchedFile<RelyingParties> registry, Clock clock) {
        Set<String> allowed = settings.webhooks().allowPrivateTargets();
        if (!allowed.isEmpty()) {
            log.warn(
                    "Webhooks may call this very machine without TLS, at {}: uptext.notifier.webhooks.allow-private-targets "
                            + "is for developers only",
                    allowed);
        }
        HttpSender sender = new HttpSender(secrets::now, Clients.of(allowed, Limits.USUAL), Limits.USUAL, clock);
        // Each one without a secret is said at the start, and not only when something is to be sent.
        registry.now()
                .all()
                .forEach(party -> party.webhooks().forEach(webhook -> sender.canSign(new Target(party.id(), webhook))));
        return sender;
    }
}
