/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.registry.Callers;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What serves {@code GET /v1/events}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedProperties.class)
public class FeedConfiguration {

    private static final Duration ADMIN_PATIENCE = Duration.ofSeconds(3);

    @Bean
    FeedReaders feedReaders(KafkaClients clients) {
        return new FeedReaders(clients, clients.admin(ADMIN_PATIENCE));
    }

    @Bean
    Streams eventStreams(FeedProperties properties, ObjectProvider<MeterRegistry> meters) {
        return new Streams(properties, meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** As many threads as there are polls, which {@link Streams} limits. */
    @Bean(destroyMethod = "dispose")
    Scheduler eventPolls() {
        return Schedulers.fromExecutorService(Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("event-poll").factory()));
    }

    @Bean
    RouterFunction<ServerResponse> feedApi(
            Callers callers, FeedReaders readers, Streams streams, FeedProperties properties, Scheduler eventPolls) {
        return new FeedApi(callers, readers, streams, properties, eventPolls).routes();
    }
}
