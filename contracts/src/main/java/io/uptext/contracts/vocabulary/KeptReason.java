/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why an event is kept without another attempt. A closed list: it is public API. */
public enum KeptReason {
    /** It could not be delivered while it was useful. */
    @JsonProperty("no_longer_useful")
    NO_LONGER_USEFUL,
    /** More waited than is held in memory, and this was the oldest for the webhook with the most. */
    @JsonProperty("too_many_waiting")
    TOO_MANY_WAITING,
    /** The registry has no such webhook any more. */
    @JsonProperty("webhook_removed")
    WEBHOOK_REMOVED,
    /** The webhook was disabled. */
    @JsonProperty("webhook_disabled")
    WEBHOOK_DISABLED
}
