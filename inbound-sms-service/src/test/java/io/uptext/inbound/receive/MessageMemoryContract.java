/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.MessageId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every memory of durable messages does while it can be reached. */
public abstract class MessageMemoryContract {

    protected abstract MessageMemory memory();

    /** An id that no test has used before. */
    protected static MessageId anyMessage() {
        return MessageId.of(
                new ConnectorId("acme"), "SM" + UUID.randomUUID().toString().replace("-", ""));
    }

    @Test
    void aMessageIsUnknownUntilItIsRemembered() {
        MessageMemory memory = memory();
        MessageId message = anyMessage();

        assertThat(memory.durable(List.of(message)).join()).isEmpty();
        memory.remember(message);
        assertThat(memory.durable(List.of(message)).join()).containsExactly(message);
        memory.remember(message);
        assertThat(memory.durable(List.of(message)).join()).containsExactly(message);
    }

    @Test
    void ofManyMessagesThoseThatAreDurableAreKnown() {
        MessageMemory memory = memory();
        List<MessageId> messages =
                IntStream.range(0, 100).mapToObj(_ -> anyMessage()).toList();
        Set<MessageId> remembered = Set.copyOf(messages.subList(0, 37));
        remembered.forEach(memory::remember);

        assertThat(memory.durable(messages).join()).isEqualTo(remembered);
    }

    @Test
    void ofNoMessagesNoneIsKnown() {
        assertThat(memory().durable(List.of()).join()).isEmpty();
    }

    @Test
    void aMessageThatStandsTwiceInABatchIsOneMessage() {
        MessageMemory memory = memory();
        MessageId message = anyMessage();
        memory.remember(message);

        assertThat(memory.durable(List.of(message, message)).join()).containsExactly(message);
    }
}
