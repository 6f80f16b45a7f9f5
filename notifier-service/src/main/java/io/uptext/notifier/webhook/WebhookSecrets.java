/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import java.util.Map;
import java.util.Optional;

/** The keys of all webhooks at one moment. */
final class WebhookSecrets {

    static final WebhookSecrets NONE = new WebhookSecrets(Map.of());

    private final Map<String, SigningKeys> byName;

    /** By {@link Target#name}. */
    WebhookSecrets(Map<String, SigningKeys> byName) {
        this.byName = Map.copyOf(byName);
    }

    Optional<SigningKeys> of(Target target) {
        return Optional.ofNullable(byName.get(target.name()));
    }

    @Override
    public String toString() {
        return "the keys of " + byName.size() + " webhooks";
    }
}
