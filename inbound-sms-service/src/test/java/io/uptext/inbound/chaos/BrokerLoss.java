/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.chaos;

import io.uptext.simulator.SimulatedProviders;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.KafkaBrokerProcess;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.backend.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka's broker is killed and started again, again and again, while aggregators deliver on every door there is.
 *
 * @param ledger what the aggregators remember
 * @param records what is in Kafka in the end
 */
record BrokerLoss(Ledger ledger, Collection<Published> records) {

    private static final Logger log = LoggerFactory.getLogger(BrokerLoss.class);
    private static final Duration CALM = Duration.ofSeconds(2);
    private static final Duration SHORTEST_ABSENCE = Duration.ofSeconds(2);
    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(4);
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    /**
     * Lets it happen.
     *
     * @param faults see {@link Doors#open}
     */
    static BrokerLoss of(int kills, long seed, Class<?>... faults) throws Exception {
        List<ConnectorPage> pages =
                SimulatedProviders.all().stream().map(ConnectorPage::of).toList();
        Ledger ledger = new Ledger();
        log.info(
                "The broker is about to be killed {} times; to see the same load again: -Duptext.seed={}", kills, seed);
        Random random = new Random(seed);
        int redisPort = Ports.free();
        try (KafkaBrokerProcess kafka = Backends.kafkaProcess("chaos");
                RedisServer redis = RedisServer.start(Path.of("target", "backends", "chaos-" + redisPort), redisPort);
                Doors doors = Doors.open(pages, kafka.bootstrapServers(), redis.uri(), List.of(faults));
                Aggregators aggregators = new Aggregators(pages, doors.port(), ledger, seed)) {
            awaitProgress(ledger, pages);
            for (int kill = 0; kill < kills; kill++) {
                pass(CALM);
                kafka.kill();
                pass(Duration.ofMillis(random.nextLong(SHORTEST_ABSENCE.toMillis(), LONGEST_ABSENCE.toMillis())));
                kafka.start();
                awaitProgress(ledger, pages);
            }
            aggregators.finish(RECOVERY);
            BrokerLoss loss = new BrokerLoss(ledger, Published.all(kafka.bootstrapServers()));
            log.info(
                    "{} messages, {} records",
                    ledger.entries().size(),
                    loss.records().size());
            return loss;
        }
    }

    /** Load goes on meanwhile; nothing is waited for. */
    static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Until every door has acknowledged more than it has now: the service has recovered by itself. */
    private static void awaitProgress(Ledger ledger, List<ConnectorPage> pages) {
        Map<String, Integer> before = ledger.acknowledged();
        Awaitility.await().atMost(RECOVERY).until(() -> {
            Map<String, Integer> now = ledger.acknowledged();
            return pages.stream()
                    .map(page -> page.provider().name())
                    .allMatch(name -> now.getOrDefault(name, 0) > before.getOrDefault(name, 0));
        });
    }
}
