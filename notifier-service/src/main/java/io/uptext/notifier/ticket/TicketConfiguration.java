/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.ticket;

import io.uptext.notifier.NotifierProperties;
import io.uptext.notifier.watch.Credential;
import io.uptext.notifier.watch.Gate;
import io.uptext.platform.redis.RedisProperties;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What browsers show that cannot send headers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedisProperties.class)
public class TicketConfiguration {

    @Bean(destroyMethod = "close")
    RedisTicketStore redisTicketStore(RedisProperties redis) {
        return new RedisTicketStore(redis);
    }

    @Bean
    Tickets tickets(RedisTicketStore store, Clock clock) {
        return new Tickets(store, new SecureRandom(), clock);
    }

    @Bean
    Credential credential(Tickets tickets) {
        return new Shown(tickets);
    }

    @Bean
    NettyRouteProvider ticketRoute(Gate gate, Tickets tickets, NotifierProperties properties) {
        return new TicketRoute(gate, tickets, properties.watchUrl());
    }
}
