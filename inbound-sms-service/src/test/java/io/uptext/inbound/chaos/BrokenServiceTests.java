/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.inbound.receive.InboundSmsSink;
import io.uptext.inbound.receive.MessageMemory;
import io.uptext.platform.kafka.EventPublisher;
import java.util.Collection;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The chaos that a good service survives finds out a broken one. */
class BrokenServiceTests {

    private final long seed = Long.getLong("uptext.seed", new Random().nextLong());

    @Test
    void aSinkThatAcknowledgesBeforeKafkaIsFoundOut() throws Exception {
        BrokerLoss loss = BrokerLoss.of(1, seed, HastySink.class);

        assertThat(DurableBeforeAcknowledged.breaches(loss.ledger(), loss.records()))
                .as("seed %d", seed)
                .isNotEmpty()
                .allMatch(breach -> breach.endsWith("was acknowledged and is not in Kafka"));
    }

    @Test
    void aMemoryThatRemembersBeforeKafkaIsFoundOut() throws Exception {
        BrokerLoss loss = BrokerLoss.of(1, seed, HastyMemory.class);

        assertThat(DurableBeforeAcknowledged.breaches(loss.ledger(), loss.records()))
                .as("seed %d", seed)
                .isNotEmpty()
                .allMatch(breach -> breach.endsWith("was acknowledged and is not in Kafka"));
    }

    /** Sends, and believes. */
    @Configuration(proxyBeanMethods = false)
    static class HastySink {

        @Bean
        @Primary
        InboundSmsSink hastySink(EventPublisher publisher) {
            return (message, key) -> {
                var _ = publisher.publish(message, key.value());
                return CompletableFuture.completedFuture(null);
            };
        }
    }

    /** Takes a message for durable that was asked about once. */
    @Configuration(proxyBeanMethods = false)
    static class HastyMemory {

        @Bean
        @Primary
        MessageMemory hastyMemory() {
            Set<MessageId> seen = ConcurrentHashMap.newKeySet();
            return new MessageMemory() {

                @Override
                public CompletableFuture<Set<MessageId>> durable(Collection<MessageId> messages) {
                    Set<MessageId> known = new HashSet<>(messages);
                    known.removeIf(seen::add);
                    return CompletableFuture.completedFuture(known);
                }

                @Override
                public void remember(MessageId message) {
                    seen.add(message);
                }
            };
        }
    }
}
