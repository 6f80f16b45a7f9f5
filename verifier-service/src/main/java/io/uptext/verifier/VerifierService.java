/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier;

import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.kafka.TopicReader;
import io.uptext.platform.redis.RedisProperties;
import io.uptext.verifier.health.HealthConfiguration;
import io.uptext.verifier.kafka.Arrivals;
import io.uptext.verifier.kafka.Containers;
import io.uptext.verifier.kafka.Listeners;
import io.uptext.verifier.kafka.Publishing;
import io.uptext.verifier.miss.MissReader;
import io.uptext.verifier.miss.Misses;
import io.uptext.verifier.redis.RedisConnections;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The verifier: challenges and inbound SMS in, outcomes out. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties({VerifierProperties.class, RedisProperties.class})
@Import(HealthConfiguration.class)
public class VerifierService {

    /** Starts it. */
    public static void main(String[] args) {
        application().run(args);
    }

    /** The application, to be started by {@code main} or in one process with others. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(VerifierService.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=verifier-service", "spring.main.keep-alive=true");
    }

    @Bean
    RedisConnections redisConnections(RedisProperties redis) {
        return new RedisConnections(redis);
    }

    @Bean
    Pepper pepper(VerifierProperties properties) {
        return new Pepper(properties.pepper());
    }

    @Bean
    Misses misses(VerifierProperties properties, Pepper pepper) {
        return new Misses(properties.misses().limits(), pepper);
    }

    @Bean
    TopicReader missReader(KafkaClients clients, Misses misses, VerifierProperties properties, Clock clock) {
        return MissReader.of(clients, misses, properties.misses().limits(), clock);
    }

    @Bean
    EventPublisher outcomes(KafkaClients clients) {
        return clients.publisher("verifier-service");
    }

    @Bean
    Listeners listeners(
            KafkaClients clients,
            RedisConnections redis,
            Misses misses,
            Pepper pepper,
            EventPublisher outcomes,
            Clock clock,
            VerifierProperties properties) {
        Arrivals arrivals = new Arrivals(pepper, misses, clock);
        Publishing publishing = new Publishing(outcomes, pepper, misses);
        return new Containers(clients, redis, arrivals, publishing, clock, properties).listeners();
    }
}
