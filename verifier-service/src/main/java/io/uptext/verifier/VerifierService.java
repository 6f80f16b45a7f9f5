/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.redis.RedisProperties;
import io.uptext.verifier.join.JoinStore;
import io.uptext.verifier.kafka.ArrivalListener;
import io.uptext.verifier.kafka.Containers;
import io.uptext.verifier.kafka.Deadlines;
import io.uptext.verifier.redis.RedisJoinStore;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** The verifier: challenges and inbound SMS in, outcomes out. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties({VerifierProperties.class, RedisProperties.class})
public class VerifierService {

    /** Starts it. */
    public static void main(String[] args) {
        application().run(args);
    }

    /** The application, to be started by {@code main} or in one process with others. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(VerifierService.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=verifier-service", "spring.main.keep-alive=true");
    }

    @Bean(destroyMethod = "shutdown")
    RedisClient redisClient(RedisProperties redis) {
        return RedisClient.create(redis.uri());
    }

    @Bean(destroyMethod = "close")
    StatefulRedisConnection<String, String> redisConnection(RedisClient client) {
        return client.connect();
    }

    @Bean
    JoinStore joinStore(StatefulRedisConnection<String, String> connection, RedisProperties redis) {
        return new RedisJoinStore(connection, redis.timeout());
    }

    @Bean
    EventPublisher outcomes(KafkaClients clients) {
        return clients.publisher("verifier-service");
    }

    @Bean
    Deadlines deadlines(JoinStore store, EventPublisher outcomes, Clock clock, VerifierProperties properties) {
        return new Deadlines(store, outcomes, clock, properties.expiryGrace());
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> arrivals(
            KafkaClients clients,
            JoinStore store,
            EventPublisher outcomes,
            Deadlines deadlines,
            VerifierProperties properties,
            ApplicationEventPublisher events) {
        return Containers.arrivals(
                clients.consumerSettings(),
                new ArrivalListener(store, outcomes, deadlines),
                properties.group(),
                properties.concurrency(),
                events);
    }
}
