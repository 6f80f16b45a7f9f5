/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import io.uptext.contracts.vocabulary.ConnectorId;
import java.util.concurrent.CompletableFuture;

/** Where a message goes that will never be accepted and that its carrier is not told to keep, for a person to look at. */
@FunctionalInterface
public interface DeadLetters {

    /**
     * Takes a message; the caller's thread does not wait.
     *
     * @param message as it came
     * @param reason why it is here; it quotes nothing
     * @return completes once it is durable, and exceptionally if it may not be
     */
    CompletableFuture<Void> keep(byte[] message, String reason, ConnectorId connector);
}
