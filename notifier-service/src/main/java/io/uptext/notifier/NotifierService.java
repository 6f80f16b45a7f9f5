/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier;

import io.uptext.notifier.element.ElementFiles;
import io.uptext.notifier.watch.WatchApi;
import io.uptext.notifier.watch.Watchers;
import io.uptext.platform.file.WatchedFile;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.kafka.TopicReader;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ChallengeViewReader;
import io.uptext.registry.Callers;
import io.uptext.registry.RegistryReading;
import io.uptext.registry.RelyingParties;
import io.uptext.registry.oauth.AccessTokens;
import io.uptext.registry.oauth.OAuth;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The notifier: outcomes in, a push to the waiting browser out. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties(NotifierProperties.class)
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
    ChallengeView challengeView() {
        return new ChallengeView();
    }

    @Bean
    TopicReader challengeViewReader(KafkaClients clients, ChallengeView view, Clock clock) {
        return ChallengeViewReader.of(clients, view, clock);
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
    Watchers watchers(ChallengeView view, Clock clock) {
        return new Watchers(view, clock);
    }

    @Bean
    RouterFunction<ServerResponse> watchApi(Watchers watchers, ChallengeView view, NotifierProperties properties) {
        return new WatchApi(watchers, view, properties.heartbeat(), properties.retry()).routes();
    }

    @Bean
    RouterFunction<ServerResponse> elementFiles() {
        return new ElementFiles().routes();
    }

    @Bean
    CorsWebFilter cors(NotifierProperties properties) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(properties.origins());
        cors.setAllowedMethods(List.of("GET"));
        cors.setAllowedHeaders(List.of("Authorization", "Accept", "Cache-Control", "Last-Event-ID", "Prefer"));
        cors.setMaxAge(Duration.ofMinutes(10));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/v1/watch", cors);
        return new CorsWebFilter(source);
    }
}
