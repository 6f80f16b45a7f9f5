/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.health;

import io.uptext.platform.kafka.TopicReader;
import io.uptext.verifier.VerifierProperties;
import io.uptext.verifier.kafka.Listeners;
import io.uptext.verifier.redis.RedisConnections;
import java.time.Clock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.web.server.reactive.ReactiveWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The components of health; their names are those of the beans, and operators know them. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

    /** Serves the management port alone. */
    @Bean
    ReactiveWebServerFactory webServerFactory() {
        return new OptionalWebServerFactory();
    }

    @Bean
    Inquiry<Unread> groupInquiry(KafkaProperties kafka, VerifierProperties properties) {
        return Inquiry.start(
                "health-kafka",
                new GroupQuestion(kafka.buildAdminProperties(), properties.group(), System::nanoTime),
                System::nanoTime);
    }

    @Bean
    Inquiry<Boolean> redisInquiry(RedisConnections redis) {
        return Inquiry.start("health-redis", new RedisQuestion(redis.redis()), System::nanoTime);
    }

    @Bean
    Reading reading(Listeners listeners, TopicReader missReader, Clock clock) {
        return new Reading(listeners, missReader, clock);
    }

    @Bean
    HealthIndicator threadsHealthIndicator(Reading reading) {
        return reading::threads;
    }

    @Bean
    HealthIndicator pollsHealthIndicator(Reading reading) {
        return reading::polls;
    }

    @Bean
    HealthIndicator lagHealthIndicator(Reading reading) {
        return reading::lag;
    }

    /** Where Kafka does not say who reads what, that is what is wrong. */
    @Bean
    HealthIndicator assignmentHealthIndicator(Inquiry<Unread> groupInquiry) {
        return () -> groupInquiry
                .answer()
                .map(HealthConfiguration::of)
                .orElseGet(() -> Health.unknown().build());
    }

    private static Health of(Unread unread) {
        return unread.isNothing()
                ? Health.up().build()
                : Health.down()
                        .withDetail("missing topics", unread.missing())
                        .withDetail("unread partitions", unread.orphans())
                        .build();
    }

    @Bean
    HealthIndicator kafkaHealthIndicator(Inquiry<Unread> groupInquiry) {
        return groupInquiry::health;
    }

    @Bean
    HealthIndicator redisHealthIndicator(Inquiry<Boolean> redisInquiry) {
        return redisInquiry::health;
    }
}
