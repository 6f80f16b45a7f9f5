/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.uptext.inbound.esme.Binds;
import io.uptext.inbound.esme.SmppConnector;
import io.uptext.inbound.http.Deliveries;
import io.uptext.inbound.http.HttpsFetcher;
import io.uptext.inbound.http.InboundRoute;
import io.uptext.inbound.http.Workers;
import io.uptext.inbound.kafka.KafkaDeadLetters;
import io.uptext.inbound.kafka.KafkaInboundSmsSink;
import io.uptext.inbound.loop.EventLoops;
import io.uptext.inbound.receive.CountedParts;
import io.uptext.inbound.receive.DeadLetters;
import io.uptext.inbound.receive.DurablePublishing;
import io.uptext.inbound.receive.FirstSights;
import io.uptext.inbound.receive.InboundSmsSink;
import io.uptext.inbound.receive.Intake;
import io.uptext.inbound.receive.Joining;
import io.uptext.inbound.receive.MessageMemory;
import io.uptext.inbound.receive.PartMemory;
import io.uptext.inbound.receive.Reception;
import io.uptext.inbound.redis.Redis;
import io.uptext.inbound.redis.RedisFirstSights;
import io.uptext.inbound.redis.RedisMessageMemory;
import io.uptext.inbound.redis.RedisNonceMemory;
import io.uptext.inbound.redis.RedisPartMemory;
import io.uptext.platform.http.ConnectionGuard;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.redis.RedisProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ReactorResourceFactory;

/** The doors: signed webhooks and SMPP in, inbound SMS out. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties({InboundSmsProperties.class, RedisProperties.class})
public class InboundSmsService {

    /** Doors ask Redis on the way to an answer, which has 1.5 s in all. */
    private static final Duration REDIS_TIMEOUT = Duration.ofMillis(200);

    /** Longer than the route waits for a body, which then still can say so. */
    private static final Duration BODY_TIMEOUT = InboundRoute.BODY_TIMEOUT.plusSeconds(5);

    /** As long as an idle connection may stay. */
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);

    private static final String NAME = "inbound-sms-service";

    /** Starts it. */
    public static void main(String[] args) {
        application().run(args);
    }

    /** The application, to be started by {@code main} or in one process with others. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(InboundSmsService.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=" + NAME);
    }

    @Bean(destroyMethod = "close")
    EventPublisher inboundSmsPublisher(KafkaClients clients) {
        return clients.publisher(NAME);
    }

    @Bean(destroyMethod = "close")
    EventLoops eventLoops() {
        return new EventLoops();
    }

    /** Boot's server lives on our event loops. */
    @Bean
    ReactorResourceFactory reactorResourceFactory(EventLoops loops) {
        ReactorResourceFactory factory = new ReactorResourceFactory();
        factory.setUseGlobalResources(false);
        factory.setLoopResources(loops.resources());
        return factory;
    }

    @Bean(destroyMethod = "close")
    Redis redis(RedisProperties properties, EventLoops loops) {
        return new Redis(properties.uri(), REDIS_TIMEOUT, loops);
    }

    /** Closed before those that it waits for. */
    @Bean(destroyMethod = "close")
    @DependsOn({"redis", "inboundSmsPublisher"})
    Workers workers(InboundSmsProperties properties, EventLoops loops) {
        return new Workers(properties.mostWaiting(), loops);
    }

    @Bean
    InboundSmsSink inboundSmsSink(EventPublisher publisher) {
        return new KafkaInboundSmsSink(publisher);
    }

    @Bean
    MessageMemory messageMemory(Redis redis, EventLoops loops, Clock clock) {
        return new RedisMessageMemory(redis, loops, clock);
    }

    @Bean
    PartMemory partMemory(Redis redis, MeterRegistry registry) {
        return new CountedParts(new RedisPartMemory(redis), registry);
    }

    @Bean
    ConnectionGuard connectionGuard() {
        return new ConnectionGuard(BODY_TIMEOUT, IDLE_TIMEOUT);
    }

    @Bean
    Intake intake(
            InboundSmsProperties properties,
            InboundSmsSink sink,
            MessageMemory memory,
            PartMemory parts,
            EventLoops loops) {
        return new Intake(
                new Reception(properties.toPepper()),
                new Joining(parts, properties.toPepper()),
                new DurablePublishing(sink, memory, loops::here));
    }

    @Bean
    Deliveries deliveries(Intake intake, Redis redis, Clock clock) {
        return new Deliveries(intake, new RedisNonceMemory(redis), new HttpsFetcher(), clock);
    }

    /** Closed before those that its messages go through. */
    @Bean(initMethod = "start", destroyMethod = "close")
    @DependsOn({"redis", "inboundSmsPublisher"})
    Binds binds(
            InboundSmsProperties properties,
            Binds.Receiving receiving,
            SslBundles bundles,
            EventLoops loops,
            MeterRegistry registry) {
        SmppTls tls = new SmppTls(bundles);
        List<SmppConnector> connectors = properties.toSmppConnectors();
        connectors.forEach(tls::check);
        return new Binds(connectors, tls::context, receiving, loops, registry);
    }

    @Bean
    FirstSights firstSights(Redis redis) {
        return new RedisFirstSights(redis);
    }

    @Bean
    DeadLetters deadLetters(EventPublisher publisher) {
        return new KafkaDeadLetters(publisher);
    }

    @Bean
    Binds.Receiving receivingOverSmpp(
            InboundSmsProperties properties, Intake intake, FirstSights sights, DeadLetters deadLetters, Clock clock) {
        return new Binds.Receiving(intake, sights, deadLetters, properties.toPepper(), clock);
    }

    @Bean
    HealthIndicator smppHealthIndicator(Binds binds) {
        return new SmppHealth(binds);
    }

    /** Deliveries do not go through the web framework; all else does. */
    @Bean
    NettyRouteProvider inboundRoute(
            InboundSmsProperties properties, Deliveries deliveries, Workers workers, Environment settings) {
        UnsupportedSettings.refuse(settings);
        return new InboundRoute(properties.toConnectors(), deliveries, workers);
    }
}
