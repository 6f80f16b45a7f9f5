/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import io.uptext.contracts.event.InboundEvent;
import io.uptext.contracts.vocabulary.CodeKey;
import java.util.concurrent.CompletableFuture;

/** Where received messages go. */
@FunctionalInterface
public interface InboundSmsSink {

    /**
     * Takes a message; the caller's thread does not wait unless {@link #mayBlock} says so.
     *
     * @return completes once the message is durable, and exceptionally if it may not be
     */
    CompletableFuture<Void> accept(InboundEvent message, CodeKey key);

    /** Whether to take a message just now may hold up the caller's thread. */
    default boolean mayBlock() {
        return false;
    }
}
