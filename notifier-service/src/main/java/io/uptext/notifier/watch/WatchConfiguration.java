/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.uptext.notifier.NotifierProperties;
import io.uptext.notifier.recent.RecentChallenges;
import io.uptext.notifier.recent.RecentChallengesReader;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.kafka.TopicReader;
import java.time.Clock;
import java.util.Random;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What makes browsers wait here. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WatchProperties.class)
public class WatchConfiguration {

    @Bean
    RecentChallenges recentChallenges() {
        return new RecentChallenges();
    }

    @Bean
    TopicReader recentChallengesReader(KafkaClients clients, RecentChallenges challenges, Clock clock) {
        return RecentChallengesReader.of(clients, challenges, clock);
    }

    @Bean
    Watchers watchers(RecentChallenges challenges, Clock clock) {
        return new Watchers(challenges, clock);
    }

    @Bean
    Streams streams(
            Watchers watchers, MeterRegistry registry, Clock clock, NotifierProperties all, WatchProperties own) {
        return new Streams(
                watchers,
                new Retry(all.retry(), own.retrySpread(), new Random()),
                new Measures(registry),
                clock,
                new Wheel.Pace(all.heartbeat(), own.writeTimeout()));
    }

    @Bean(destroyMethod = "close")
    Waiting waiting(Watchers watchers) {
        return new Waiting(watchers, Waiting.PATIENCE, Waiting.MOST_STRANGERS);
    }

    @Bean
    Openings openings(Streams streams, Waiting waiting) {
        return new Openings(streams, waiting);
    }

    @Bean
    Door door(Origins origins, Admission admission, Credential credential) {
        return new Door(origins, admission, credential);
    }

    @Bean
    Gate gate(RecentChallenges challenges, Openings openings, Waiting waiting, Door door) {
        return new Gate(challenges, openings, waiting, door);
    }

    /** Browsers that wait do not go through the web framework; all else does. */
    @Bean
    NettyRouteProvider watchRoute(Gate gate, Openings openings, Door door, Environment settings) {
        UnsupportedSettings.refuse(settings);
        return new WatchRoute(gate, openings, door.credential());
    }

    @Bean
    Drain drain(Openings openings, Waiting waiting, Streams streams, WatchProperties properties) {
        return new Drain(openings, waiting, streams, properties.drain());
    }

    /** Down once the thread that reads has ended: nothing but a new process brings it back. */
    @Bean
    HealthIndicator readerHealthIndicator(TopicReader recentChallengesReader) {
        return () -> (recentChallengesReader.isRunning() ? Health.up() : Health.down()).build();
    }

    /** Up once this instance can say how any recent challenge stands. */
    @Bean
    HealthIndicator challengesHealthIndicator(RecentChallenges challenges) {
        return () -> (challenges.isCurrent() ? Health.up() : Health.down()).build();
    }
}
