/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.uptext.contracts.event.WebhookEndpointEnabled;
import io.uptext.contracts.event.WebhookReplayRequested;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.WebhookId;
import io.uptext.notifier.delivery.book.Backoff;
import io.uptext.notifier.delivery.book.DeliveryBook;
import io.uptext.notifier.delivery.book.Endpoint;
import io.uptext.notifier.delivery.book.Rules;
import io.uptext.notifier.delivery.log.DeliveryLog;
import io.uptext.notifier.delivery.log.Requests;
import io.uptext.notifier.delivery.log.WebhookApi;
import io.uptext.notifier.delivery.log.WebhookState;
import io.uptext.notifier.webhook.Sender;
import io.uptext.notifier.webhook.Target;
import io.uptext.platform.file.WatchedFile;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.platform.kafka.FirstReading;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.kafka.TopicReader;
import io.uptext.registry.Callers;
import io.uptext.registry.RelyingParties;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The delivery of webhooks, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverySettings.class)
public class DeliveryConfiguration {

    /** A compacted topic is read from its beginning. */
    private static final Duration EVER = Duration.ofDays(100 * 365L);

    @Bean
    EventPublisher deliveryPublisher(KafkaClients clients) {
        return clients.publisher("notifier-service");
    }

    @Bean
    EndpointBook endpointBook(WatchedFile<RelyingParties> registry, Sender sender) {
        return new EndpointBook(registry::now, sender);
    }

    @Bean
    TopicReader endpointReader(KafkaClients clients, EndpointBook endpoints, Clock clock) {
        return new TopicReader(clients, List.of(Topic.WEBHOOK_ENDPOINTS), EVER, new FirstReading(endpoints), clock);
    }

    @Bean
    DeliveryLog deliveryLog(DeliverySettings settings) {
        return new DeliveryLog(settings.log());
    }

    @Bean
    TopicReader deliveryLogReader(KafkaClients clients, DeliveryLog log, DeliverySettings settings, Clock clock) {
        return new TopicReader(
                clients, List.of(Topic.WEBHOOK_DELIVERIES), settings.log(), new FirstReading(log), clock);
    }

    @Bean
    DeliveryLine deliveryLine(Clock clock) {
        return new DeliveryLine(clock);
    }

    @Bean
    KafkaOutbox deliveryOutbox(EventPublisher deliveryPublisher) {
        Executor mayBlock = Executors.newVirtualThreadPerTaskExecutor();
        return new KafkaOutbox(deliveryPublisher, mayBlock);
    }

    @Bean
    Deliveries deliveries(
            KafkaClients clients,
            DeliverySettings settings,
            EndpointBook endpoints,
            Sender sender,
            KafkaOutbox outbox,
            EventPublisher deliveryPublisher,
            MeterRegistry meters,
            DeliveryLine line,
            SecureRandom random,
            Clock clock) {
        Rules rules = new Rules(
                settings.useful(), new Backoff(settings.backoff()), Sender.MOST_AT_ONCE, settings.mostWaiting());
        Numbers numbers = new Numbers(meters);
        Courier courier = new Courier(new DeliveryBook(rules, random), endpoints, sender, outbox, numbers, line, clock);
        endpoints.whenEnabled(endpoint -> line.execute(() -> courier.hurry(endpoint)));
        Ownership ownership = new Ownership(courier, line, clock, settings.useful());
        DeliveryListener listener = new DeliveryListener(courier, line, ownership, deliveryPublisher);
        return new Deliveries(clients, settings.group(), listener, courier, line, numbers, clock);
    }

    /** Down where the deliveries have ended by themselves, as they do at an error of the virtual machine. */
    @Bean
    HealthIndicator deliveriesHealthIndicator(Deliveries deliveries) {
        return () -> (deliveries.isWell() ? Health.up() : Health.down()).build();
    }

    @Bean
    RouterFunction<ServerResponse> webhookApi(
            Callers callers, DeliveryLog log, EndpointBook endpoints, KafkaOutbox outbox, Clock clock) {
        return new WebhookApi(callers, log, target -> state(endpoints, target), requests(outbox), clock).routes();
    }

    private static WebhookState state(EndpointBook endpoints, Target target) {
        Endpoint endpoint = new Endpoint(
                target.relyingParty(), new WebhookId(target.webhook().id()));
        return new WebhookState(
                endpoints.hasSecret(target), endpoints.disabledAt(endpoint).orElse(null));
    }

    private static Requests requests(KafkaOutbox outbox) {
        return new Requests() {

            @Override
            public CompletionStage<Void> replay(WebhookReplayRequested request) {
                return outbox.publish(request);
            }

            @Override
            public CompletionStage<Void> enable(WebhookEndpointEnabled request) {
                return outbox.publish(request);
            }
        };
    }
}
