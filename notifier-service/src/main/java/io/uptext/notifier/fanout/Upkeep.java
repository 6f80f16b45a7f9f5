/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.registry.RelyingParties;
import io.uptext.registry.RelyingParty;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the topics of parties that come into the registry, so that they can be listened to before there is an outcome. */
final class Upkeep {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("party-topics").factory());
    private final Admin admin;
    private final PartyTopics topics;
    private final Supplier<RelyingParties> registry;

    Upkeep(Admin admin, PartyTopics topics, Supplier<RelyingParties> registry) {
        this.admin = admin;
        this.topics = topics;
        this.registry = registry;
    }

    void start() {
        var _ = looking.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            List<RelyingPartyId> parties = registry.get().all().stream()
                    .filter(RelyingParty::topic)
                    .map(RelyingParty::id)
                    .toList();
            var _ = topics.obstacles(parties);
        } catch (KafkaException e) {
            log.debug("Kafka does not say which topics there are; it is asked again", e);
        } catch (RuntimeException e) {
            // A fault of ours, which must not end the looking.
            log.error("The topics of relying parties cannot be looked after", e);
        }
    }

    void stop() {
        looking.shutdownNow();
        admin.close(Duration.ofSeconds(1));
    }
}
