/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform;

import io.uptext.platform.http.HttpConventions;
import io.uptext.platform.kafka.KafkaClients;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.ReactorResourceFactory;

/** What every service of Uptext stands on. Clock and randomness are beans, so that tests can hold them. */
@AutoConfiguration(before = NettyReactiveWebServerAutoConfiguration.class)
@Import(HttpConventions.class)
public class PlatformAutoConfiguration {

    @Bean
    KafkaClients uptextKafkaClients(KafkaProperties properties, Clock clock) {
        return new KafkaClients(properties, clock);
    }

    /** Of each service its own: one that ends would otherwise end the connections of all in its process. */
    @Bean
    @ConditionalOnMissingBean
    ReactorResourceFactory reactorResourceFactory() {
        ReactorResourceFactory factory = new ReactorResourceFactory();
        factory.setUseGlobalResources(false);
        return factory;
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }
}
