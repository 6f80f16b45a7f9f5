/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import io.uptext.platform.kafka.TopicReader.View;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Shows each record to a view once, for one in which a record that comes again would count twice, or would turn back for a
 * moment what came after it. A topic that is made anew while we run is passed over as far as the old one was read.
 */
public final class FirstReading implements View {

    private final View view;
    private final Map<TopicPartition, Long> next = new HashMap<>();

    /** Shows them to {@code view}. */
    public FirstReading(View view) {
        this.view = view;
    }

    @Override
    public void apply(ConsumerRecord<byte[], byte[]> record) throws PoisonException {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() >= next.getOrDefault(partition, 0L)) {
            next.put(partition, record.offset() + 1);
            view.apply(record);
        }
    }

    @Override
    public String name() {
        return view.name();
    }

    @Override
    public Duration gathering() {
        return view.gathering();
    }

    @Override
    public void becomeCurrent() {
        view.becomeCurrent();
    }

    @Override
    public void forgetBefore(Instant now) {
        view.forgetBefore(now);
    }
}
