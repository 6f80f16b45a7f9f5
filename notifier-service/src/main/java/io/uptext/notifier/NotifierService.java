/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier;

import io.uptext.notifier.delivery.DeliveryConfiguration;
import io.uptext.notifier.element.ElementFiles;
import io.uptext.notifier.fanout.FanOutConfiguration;
import io.uptext.notifier.feed.FeedConfiguration;
import io.uptext.notifier.limit.LimitConfiguration;
import io.uptext.notifier.origin.OriginConfiguration;
import io.uptext.notifier.ticket.TicketConfiguration;
import io.uptext.notifier.watch.WatchConfiguration;
import io.uptext.notifier.webhook.WebhookConfiguration;
import io.uptext.platform.file.WatchedFile;
import io.uptext.registry.Callers;
import io.uptext.registry.RegistryReading;
import io.uptext.registry.RelyingParties;
import io.uptext.registry.oauth.AccessTokens;
import io.uptext.registry.oauth.OAuth;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The notifier: outcomes in, a push to the waiting browser out. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties(NotifierProperties.class)
@Import({
    DeliveryConfiguration.class,
    FanOutConfiguration.class,
    FeedConfiguration.class,
    LimitConfiguration.class,
    OriginConfiguration.class,
    TicketConfiguration.class,
    WatchConfiguration.class,
    WebhookConfiguration.class,
})
public class NotifierService {

    /** Starts it. */
    public static void main(String[] args) {
        application().run(args);
    }

    /** The application, to be started by {@code main} or in one process with others. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(NotifierService.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=notifier-service");
    }

    @Bean
    WatchedFile<RelyingParties> registry(NotifierProperties properties) {
        return WatchedFile.of(properties.registry(), RegistryReading::read);
    }

    @Bean
    Callers callers(NotifierProperties properties, WatchedFile<RelyingParties> registry, Clock clock) {
        @Nullable OAuth oauth = properties.oauth();
        return new Callers(registry::now, oauth == null ? null : new AccessTokens(oauth, clock));
    }

    @Bean
    RouterFunction<ServerResponse> elementFiles() {
        return new ElementFiles().routes();
    }
}
