/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.miss;

import io.uptext.contracts.event.CodeMissed;
import io.uptext.contracts.topic.Topic;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.kafka.PoisonException;
import io.uptext.platform.kafka.TopicReader;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Counts the misses of all instances. */
public final class MissReader implements TopicReader.View {

    private final Misses misses;

    private MissReader(Misses misses) {
        this.misses = misses;
    }

    /** Keeps {@code misses} current from start to stop. */
    public static TopicReader of(KafkaClients clients, Misses misses, MissLimits limits, Clock clock) {
        return new TopicReader(clients, List.of(Topic.MISSES), limits.memory(), new MissReader(misses), clock);
    }

    @Override
    public String name() {
        return "misses";
    }

    @Override
    public void apply(ConsumerRecord<byte[], byte[]> record) throws PoisonException {
        if (EventRecords.read(record) instanceof CodeMissed miss) {
            misses.addFromLog(miss);
        }
    }

    @Override
    public void becomeCurrent() {
        misses.becomeCurrent();
    }

    @Override
    public void forgetBefore(Instant now) {
        misses.forgetBefore(now);
    }
}
