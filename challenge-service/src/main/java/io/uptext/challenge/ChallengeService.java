/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge;

import io.uptext.challenge.http.ChallengeApi;
import io.uptext.challenge.issue.ChallengeIssuer;
import io.uptext.challenge.party.Registry;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.kafka.TopicReader;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ChallengeViewReader;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The challenge service: HTTP in, challenges out. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties(ChallengeProperties.class)
public class ChallengeService {

    /** Starts it. */
    public static void main(String[] args) {
        application().run(args);
    }

    /** The application, to be started by {@code main} or in one process with others. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ChallengeService.class).properties("spring.config.name=challenge-service");
    }

    @Bean
    EventPublisher challenges(KafkaClients clients) {
        return clients.publisher("challenge-service");
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
    Registry registry(ChallengeProperties properties) {
        return Registry.of(properties.registry());
    }

    @Bean
    RouterFunction<ServerResponse> challengeApi(
            ChallengeProperties properties,
            Registry registry,
            SecureRandom random,
            Clock clock,
            EventPublisher challenges,
            ChallengeView view) {
        return new ChallengeApi(
                        registry::parties,
                        new ChallengeIssuer(clock, random),
                        new Pepper(properties.pepper()),
                        challenges,
                        view,
                        properties.watchUrl(),
                        clock)
                .routes();
    }
}
