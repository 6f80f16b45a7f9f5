/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.server;

import io.uptext.contracts.topic.Topic;
import io.uptext.testkit.backend.KafkaBroker;
import io.uptext.testkit.backend.KafkaBrokerProcess;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.backend.RedisServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** A broker and a Redis of one's own, both in processes of their own. */
public record Backend(KafkaBrokerProcess kafka, RedisServer redis) implements AutoCloseable {

    private static final List<String> BROKER = List.of("-Xmx512m", "-XX:+UseSerialGC");

    /** Starts both, empty. */
    public static Backend start(Path folder) {
        return new Backend(
                KafkaBrokerProcess.start(folder.resolve("kafka"), Ports.free(), Ports.free(), BROKER),
                RedisServer.start(folder.resolve("redis"), Ports.free()));
    }

    /** Their processes. */
    public List<ProcessHandle> processes() {
        return List.of(kafka.process(), redis.process());
    }

    /** How many records the topic of inbound SMS has. */
    public long records() throws Exception {
        return records(Topic.INBOUND_SMS);
    }

    /** How many records a topic has. */
    public long records(Topic topic) throws Exception {
        Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, KafkaBroker.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                    .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }

    @Override
    public void close() {
        redis.close();
        kafka.close();
    }
}
