/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What came of one attempt to deliver. A closed list: it is public API. */
public enum DeliveryResult {
    /** The target took it: a status from 200 to 299. */
    @JsonProperty("delivered")
    DELIVERED,
    /** It did not, and there will be another attempt. */
    @JsonProperty("retrying")
    RETRYING,
    /** It did not, and the event is no longer useful: it is kept for who asks for it again. */
    @JsonProperty("kept")
    KEPT,
    /** It is gone for good (410), so its webhook is asked no more; the event is kept. */
    @JsonProperty("disabled")
    DISABLED
}
