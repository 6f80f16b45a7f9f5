/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.chaos;

import io.uptext.inbound.InboundSmsService;
import io.uptext.simulator.smsc.Delivered;
import io.uptext.simulator.smsc.Faults;
import io.uptext.simulator.smsc.MobileMessage;
import io.uptext.simulator.smsc.SimulatedSmsc;
import io.uptext.simulator.smsc.SmscSettings;
import io.uptext.simulator.smsc.SmscStatistics;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.KafkaBrokerProcess;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.backend.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The link to an SMSC is cut between a deliver_sm and its response, again and again, and in the middle of it Kafka's broker
 * is killed and started again.
 *
 * @param acknowledged the texts that the SMSC believes to be safe
 * @param sent all texts
 * @param records what is in Kafka in the end
 * @param statistics of the SMSC
 */
record LinkLoss(Set<String> acknowledged, Set<String> sent, Collection<Published> records, SmscStatistics statistics) {

    private static final Logger log = LoggerFactory.getLogger(LinkLoss.class);
    private static final int CUT_EVERY = 7;
    private static final int MOST_UNANSWERED = 100;
    private static final Duration ABSENCE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /**
     * Lets it happen.
     *
     * @param faults configurations with beans that take the place of good ones
     */
    static LinkLoss of(int cuts, Class<?>... faults) throws Exception {
        int redisPort = Ports.free();
        SmscSettings settings = SmscSettings.builder()
                .window(50)
                .retryAfter(Duration.ofMillis(100))
                .responseTimeout(Duration.ofSeconds(5))
                .faults(Faults.NONE.withCutEvery(CUT_EVERY))
                .build();
        try (KafkaBrokerProcess kafka = Backends.kafkaProcess("link-loss");
                RedisServer redis =
                        RedisServer.start(Path.of("target", "backends", "link-loss-" + redisPort), redisPort);
                SimulatedSmsc smsc = SimulatedSmsc.start(settings);
                ConfigurableApplicationContext _ = service(kafka, redis, smsc, faults)) {
            Set<String> sent = ConcurrentHashMap.newKeySet();
            Set<String> acknowledged = ConcurrentHashMap.newKeySet();
            List<CompletableFuture<Delivered>> all = new ArrayList<>();
            Semaphore free = new Semaphore(MOST_UNANSWERED);
            @Nullable CompletableFuture<?> brokerLoss = null;
            while (brokerLoss == null
                    || !brokerLoss.isDone()
                    || smsc.statistics().cuts() < cuts) {
                if (brokerLoss == null && smsc.statistics().cuts() >= cuts / 2) {
                    brokerLoss = CompletableFuture.runAsync(() -> lose(kafka));
                }
                if (free.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    String text = "message " + sent.size();
                    sent.add(text);
                    all.add(smsc.deliver(MobileMessage.of("+46701234567", "50500", text))
                            .whenComplete((delivered, failure) -> {
                                free.release();
                                if (failure == null && delivered.isAccepted()) {
                                    acknowledged.add(text);
                                }
                            }));
                } else {
                    throw new AssertionError("nothing was acknowledged for " + PATIENCE);
                }
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            LinkLoss loss =
                    new LinkLoss(acknowledged, sent, Published.all(kafka.bootstrapServers()), smsc.statistics());
            log.info(
                    "{} messages, {} records, {} cuts, {} delivered again",
                    sent.size(),
                    loss.records().size(),
                    loss.statistics().cuts(),
                    loss.statistics().redelivered());
            return loss;
        }
    }

    /** Longer than a publisher tries. */
    private static void lose(KafkaBrokerProcess kafka) {
        kafka.kill();
        BrokerLoss.pass(ABSENCE);
        kafka.start();
    }

    private static ConfigurableApplicationContext service(
            KafkaBrokerProcess kafka, RedisServer redis, SimulatedSmsc smsc, Class<?>... faults) {
        String connector = "--uptext.inbound.connectors.operator.";
        return InboundSmsService.application()
                .sources(faults)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--management.server.port=-1",
                        "--logging.level.org.apache.kafka=ERROR",
                        "--logging.level.io.uptext.inbound.esme=ERROR",
                        "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                        "--uptext.redis.uri=" + redis.uri(),
                        "--uptext.inbound.pepper=c2VjcmV0LXBlcHBlci1mb3ItdGVzdHMtMzItYnl0ZXMhIQ==",
                        connector + "provider=smpp",
                        connector + "secrets=secret",
                        connector + "destinations=50500",
                        connector + "route-trust=T3",
                        connector + "smpp.smscs=127.0.0.1:" + smsc.port(),
                        connector + "smpp.system-id=uptext",
                        connector + "smpp.reconnect-first=10ms",
                        connector + "smpp.reconnect-most=50ms");
    }

    /** One sentence for each promise that was not kept (I1). */
    List<String> breaches() {
        Map<String, Set<String>> ids = new HashMap<>();
        records.forEach(
                each -> ids.computeIfAbsent(each.text(), _ -> new HashSet<>()).add(each.eventId()));
        List<String> breaches = new ArrayList<>();
        acknowledged.stream()
                .filter(text -> !ids.containsKey(text))
                .forEach(text -> breaches.add(text + " was acknowledged and is not in Kafka"));
        ids.forEach((text, all) -> {
            if (all.size() > 1) {
                breaches.add(text + " has several event ids");
            }
            if (!sent.contains(text)) {
                breaches.add(text + " was sent by nobody");
            }
        });
        Set<String> distinct = new HashSet<>();
        ids.values().forEach(distinct::addAll);
        if (distinct.size() < ids.size()) {
            breaches.add("two messages have the same event id");
        }
        return breaches;
    }
}
