/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why an attempt did not deliver, in words that tell neither a URL nor a host. A closed list: it is public API. */
public enum DeliveryFlaw {
    /** It answered with a status that is neither from 200 to 299 nor a redirect. */
    @JsonProperty("status")
    STATUS,
    /** It answered with a redirect, and those are not followed. */
    @JsonProperty("redirected")
    REDIRECTED,
    /** Its URL, or an address that its name leads to, is not of the public internet. */
    @JsonProperty("forbidden_address")
    FORBIDDEN_ADDRESS,
    /** Its name leads nowhere. */
    @JsonProperty("no_address")
    NO_ADDRESS,
    /** Nobody listens there, or nobody can get there. */
    @JsonProperty("connect")
    CONNECT,
    /** Its certificate is not good for its name, or it does not speak our TLS. */
    @JsonProperty("tls")
    TLS,
    /** It has taken too long. */
    @JsonProperty("timeout")
    TIMEOUT,
    /** It has hung up without an answer. */
    @JsonProperty("closed")
    CLOSED,
    /** What it says is no HTTP, or its headers are too large. */
    @JsonProperty("malformed_answer")
    MALFORMED_ANSWER
}
