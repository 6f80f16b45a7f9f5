/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook, as its relying party sees it.
 *
 * @param state whether it is asked
 * @param secret whether there is a key to sign with; without one it is not asked
 * @param disabledAt since when it is disabled; only then
 * @param waiting how many deliveries have not ended
 * @param oldestWaitingSince since when the oldest of them waits; only where there is one
 */
record ShownWebhook(
        String id,
        State state,
        boolean secret,
        @Nullable Instant disabledAt,
        int waiting,
        @Nullable Instant oldestWaitingSince) {

    /** Whether it is asked. */
    enum State {
        @JsonProperty("enabled")
        ENABLED,
        @JsonProperty("disabled")
        DISABLED
    }

    static ShownWebhook of(String id, WebhookState state, List<LoggedDelivery> waiting) {
        List<Instant> since = waiting.stream()
                .filter(each -> each.webhook().value().equals(id))
                .map(each -> each.place().scheduledAt())
                .sorted()
                .toList();
        return new ShownWebhook(
                id,
                state.disabledAt() == null ? State.ENABLED : State.DISABLED,
                state.hasSecret(),
                state.disabledAt(),
                since.size(),
                since.isEmpty() ? null : since.getFirst());
    }

    /** The answer to {@code GET /v1/webhooks}. */
    record All(List<ShownWebhook> webhooks) {}
}
