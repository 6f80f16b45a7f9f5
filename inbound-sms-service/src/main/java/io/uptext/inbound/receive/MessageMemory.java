/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import io.uptext.contracts.vocabulary.MessageId;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Remembers for a day which messages are durable, so that a provider's retry, and a captured request that somebody sends
 * again, raise no second event.
 *
 * <p>It fails open: where it cannot tell, a message is published once more, under the id that it had. That confirms
 * nothing twice, and a door that depended on this memory would lose texts together with it.
 */
public interface MessageMemory {

    /** Those of these messages that are known to be durable. It never fails. */
    CompletableFuture<Set<MessageId>> durable(Collection<MessageId> messages);

    /** Remembers a message that has become durable; returns without waiting. */
    void remember(MessageId message);
}
