/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import org.jspecify.annotations.Nullable;

/** Whether a request comes from the provider. */
public sealed interface Authenticity {

    /**
     * It proves that it does.
     *
     * @param nonce what the provider uses for one request only, where nothing else ties its signature to the message
     */
    record Genuine(@Nullable String nonce) implements Authenticity {

        /** Genuine by what it holds. */
        public Genuine() {
            this(null);
        }
    }

    /** It has no such proof, or one that is too old. The reason is for whoever sets a connector up and quotes nothing. */
    record Forged(String reason) implements Authenticity {}

    /** It cannot be told now, for want of something that is not in the request. The provider is asked to deliver again. */
    record Undecided(String reason) implements Authenticity {}
}
