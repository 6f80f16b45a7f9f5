/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import io.uptext.contracts.vocabulary.ConnectorId;
import java.util.concurrent.CompletableFuture;

/**
 * Remembers for a day what each nonce was used for, where a signature covers nothing but the nonce: whoever has seen one
 * such request could write any text under it.
 */
public interface NonceMemory {

    /** What it says about a nonce. */
    enum Claim {
        /** It is new, or comes again with the very same request. */
        FITS,
        /** It was used for another request. */
        USED,
        /** The memory does not answer. It fails closed: the request is not believed until it does. */
        UNKNOWN
    }

    /**
     * Claims a nonce for a request. It never fails.
     *
     * @param digest of the whole request
     */
    CompletableFuture<Claim> claim(ConnectorId connector, String nonce, String digest);
}
