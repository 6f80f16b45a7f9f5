/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.uptext.platform.file.WatchedFile;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.registry.RelyingParties;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What takes outcomes to relying parties. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FanOutProperties.class)
public class FanOutConfiguration {

    private static final Duration ADMIN_PATIENCE = Duration.ofSeconds(3);

    @Bean(destroyMethod = "close")
    EventPublisher fanOutPublisher(KafkaClients clients) {
        return clients.publisher("notifier-service");
    }

    @Bean
    FanOut fanOut(
            KafkaClients clients,
            EventPublisher fanOutPublisher,
            WatchedFile<RelyingParties> registry,
            FanOutProperties properties,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        MeterRegistry known = meters.getIfAvailable(SimpleMeterRegistry::new);
        return fanOut(clients, fanOutPublisher, registry::now, properties, clock, known);
    }

    /** Down where its consumer has ended, as it does at an error of the virtual machine: only a restart helps then. */
    @Bean
    HealthIndicator fanOutHealthIndicator(FanOut fanOut) {
        return () -> (fanOut.isWell() ? Health.up() : Health.down()).build();
    }

    static FanOut fanOut(
            KafkaClients clients,
            EventPublisher publisher,
            Supplier<RelyingParties> registry,
            FanOutProperties properties,
            Clock clock,
            MeterRegistry meters) {
        Admin admin = clients.admin(ADMIN_PATIENCE);
        Complaints complaints = new Complaints(meters);
        PartyTopics topics = new PartyTopics(admin, properties.partyTopics(), complaints, System::nanoTime);
        Telling telling = new Telling(publisher, registry, new OwnTopics(publisher, topics, complaints));
        OutcomeListener listener = new OutcomeListener(new LookBack(clients, clock), telling, publisher);
        return new FanOut(clients, listener, properties, new Upkeep(admin, topics, registry));
    }
}
