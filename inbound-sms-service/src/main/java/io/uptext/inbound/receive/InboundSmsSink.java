/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.CodeKey;
import java.util.concurrent.CompletableFuture;

/** Where received messages go. */
@FunctionalInterface
public interface InboundSmsSink {

    /**
     * Takes a message without blocking the caller.
     *
     * @return completes once the message is durable, and exceptionally if it may not be
     */
    CompletableFuture<Void> accept(InboundSmsReceived message, CodeKey key);
}
