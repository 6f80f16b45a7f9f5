/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.join;

import io.uptext.testkit.process.Lifeline;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** The join as Kafka Streams has it, with its defaults and one thread. */
final class StreamsProgram {

    private static final Duration START_LIMIT = Duration.ofSeconds(45);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private StreamsProgram() {}

    /** Joins for the contender that is named first at the Kafka that is named second, with its state in the folder named last. */
    public static void main(String[] arguments) throws Exception {
        Joiner joiner = Joiner.valueOf(arguments[0]);
        Lifeline.hold(() -> {
            KafkaStreams streams = new KafkaStreams(
                    StreamsJoin.topology(joiner.topics()), settings(joiner, arguments[1], arguments[3]));
            CountDownLatch runs = new CountDownLatch(1);
            streams.setStateListener((now, _) -> {
                if (now == KafkaStreams.State.RUNNING) {
                    runs.countDown();
                }
            });
            streams.start();
            if (!runs.await(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Kafka Streams does not start");
            }
            return () -> streams.close(STOP_LIMIT);
        });
    }

    private static Properties settings(Joiner joiner, String bootstrapServers, String folder) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench." + joiner.name());
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        settings.put(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                joiner == Joiner.STREAMS_EXACTLY_ONCE ? StreamsConfig.EXACTLY_ONCE_V2 : StreamsConfig.AT_LEAST_ONCE);
        // Records come in transactions here, and count from their commit.
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        return settings;
    }
}
