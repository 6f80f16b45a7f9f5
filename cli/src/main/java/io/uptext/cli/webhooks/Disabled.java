/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.webhooks;

import io.uptext.contracts.event.EndpointEvent;
import io.uptext.contracts.event.Event;
import io.uptext.contracts.event.WebhookEndpointDisabled;
import io.uptext.contracts.event.WebhookEndpointEnabled;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which webhooks said that they were gone, by their two names. One whose URL has changed since may be among them. */
final class Disabled {

    private final Map<String, Instant> since = new HashMap<>();

    void take(Event event) {
        if (event instanceof EndpointEvent endpoint) {
            switch (endpoint) {
                case WebhookEndpointDisabled disabled -> since.put(disabled.key(), disabled.disabledAt());
                case WebhookEndpointEnabled enabled -> since.remove(enabled.key());
            }
        }
    }

    Optional<Instant> since(String target) {
        return Optional.ofNullable(since.get(target));
    }
}
