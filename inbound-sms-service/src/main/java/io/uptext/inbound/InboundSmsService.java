/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound;

import io.uptext.inbound.http.InboundRoutes;
import io.uptext.inbound.kafka.KafkaInboundSmsSink;
import io.uptext.inbound.receive.InboundSmsSink;
import io.uptext.inbound.receive.Reception;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.platform.kafka.KafkaClients;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The doors: signed webhooks in, inbound SMS out. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(InboundSmsProperties.class)
public class InboundSmsService {

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
    KafkaInboundSmsSink inboundSmsSink(EventPublisher publisher) {
        return new KafkaInboundSmsSink(publisher);
    }

    @Bean
    RouterFunction<ServerResponse> inboundRoutes(InboundSmsProperties properties, InboundSmsSink sink, Clock clock) {
        return InboundRoutes.of(properties.toConnectors(), new Reception(properties.toPepper()), sink, clock);
    }
}
