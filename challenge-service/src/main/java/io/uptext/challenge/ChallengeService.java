/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge;

import io.uptext.challenge.http.ApiDocument;
import io.uptext.challenge.http.ChallengeApi;
import io.uptext.challenge.http.Challenges;
import io.uptext.challenge.http.Creation;
import io.uptext.challenge.http.Gate;
import io.uptext.challenge.http.OwnChallenges;
import io.uptext.challenge.http.RedemptionApi;
import io.uptext.challenge.http.Subjects;
import io.uptext.challenge.issue.ChallengeIssuer;
import io.uptext.challenge.limit.Accounts;
import io.uptext.challenge.limit.LimitFeed;
import io.uptext.challenge.limit.Limiter;
import io.uptext.challenge.limit.MemoryLimiter;
import io.uptext.challenge.limit.StandbyLimiter;
import io.uptext.challenge.page.HostedPage;
import io.uptext.challenge.page.Visits;
import io.uptext.challenge.proof.ProofKeys;
import io.uptext.challenge.proof.Proofs;
import io.uptext.challenge.redis.RedisLimiter;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.platform.file.WatchedFile;
import io.uptext.platform.http.ConnectionGuard;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.kafka.TopicReader;
import io.uptext.platform.redis.RedisProperties;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ChallengeViewReader;
import io.uptext.registry.Callers;
import io.uptext.registry.RegistryReading;
import io.uptext.registry.RelyingParties;
import io.uptext.registry.oauth.AccessTokens;
import io.uptext.registry.oauth.OAuth;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The challenge service: HTTP in, challenges out. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties({ChallengeProperties.class, RedisProperties.class})
public class ChallengeService {

    /** Bodies have 8 KiB at most. */
    private static final Duration BODY_TIMEOUT = Duration.ofSeconds(10);

    /** As long as an idle connection may stay, which is longer than Java's clients keep one. */
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);

    /** Nobody waits for a push from here, and whoever waits for a state looks less often than so. */
    private static final Duration GATHERING = Duration.ofMillis(5);

    /** Starts it. */
    public static void main(String[] args) {
        application().run(args);
    }

    /** The application, to be started by {@code main} or in one process with others. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ChallengeService.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=challenge-service");
    }

    @Bean
    ConnectionGuard connectionGuard() {
        return new ConnectionGuard(BODY_TIMEOUT, IDLE_TIMEOUT);
    }

    @Bean
    EventPublisher publisher(KafkaClients clients) {
        return clients.publisher("challenge-service");
    }

    @Bean
    ChallengeView challengeView() {
        return new ChallengeView();
    }

    @Bean
    TopicReader challengeViewReader(KafkaClients clients, ChallengeView view, Clock clock) {
        return ChallengeViewReader.of(clients, view, clock, GATHERING);
    }

    @Bean
    WatchedFile<RelyingParties> registry(ChallengeProperties properties) {
        return WatchedFile.of(properties.registry(), RegistryReading::read);
    }

    @Bean
    WatchedFile<ProofKeys> proofKeys(ChallengeProperties properties) {
        return WatchedFile.of(properties.proofKeys(), ProofKeys::read);
    }

    @Bean
    OwnChallenges ownChallenges(
            ChallengeProperties properties, WatchedFile<RelyingParties> registry, ChallengeView view, Clock clock) {
        @Nullable OAuth oauth = properties.oauth();
        return new OwnChallenges(
                new Callers(registry::now, oauth == null ? null : new AccessTokens(oauth, clock)), view);
    }

    @Bean
    Challenges challenges(EventPublisher publisher, ChallengeView view) {
        return new Challenges(publisher, view);
    }

    @Bean
    Pepper pepper(ChallengeProperties properties) {
        return new Pepper(properties.pepper());
    }

    @Bean
    MemoryLimiter memoryLimiter() {
        return new MemoryLimiter(() -> TimeUnit.NANOSECONDS.toMicros(System.nanoTime()));
    }

    @Bean
    RedisLimiter redisLimiter(RedisProperties redis, MemoryLimiter memory, Clock clock) {
        return new RedisLimiter(redis, memory::counts, clock);
    }

    @Bean
    Gate gate(
            Pepper pepper,
            MemoryLimiter memory,
            RedisLimiter redis,
            WatchedFile<RelyingParties> registry,
            ChallengeView view,
            Clock clock) {
        Limiter limiter = new StandbyLimiter(redis, memory);
        Accounts accounts = new Accounts(pepper);
        view.listen(new LimitFeed(accounts, party -> registry.now().limits(party), memory, limiter, clock));
        return new Gate(limiter, accounts, pepper);
    }

    @Bean
    RouterFunction<ServerResponse> challengeApi(
            ChallengeProperties properties,
            OwnChallenges whose,
            Pepper pepper,
            SecureRandom random,
            Clock clock,
            Gate gate,
            Challenges challenges,
            ChallengeView view) {
        Creation creation = new Creation(new ChallengeIssuer(clock, random), gate, pepper, challenges, view, clock);
        return new ChallengeApi(whose, creation, challenges, view, properties.addresses(), clock).routes();
    }

    @Bean
    RouterFunction<ServerResponse> redemptionApi(
            ChallengeProperties properties,
            OwnChallenges whose,
            Challenges challenges,
            Pepper pepper,
            WatchedFile<ProofKeys> keys,
            SecureRandom random,
            Clock clock) {
        Proofs proofs = new Proofs(keys::now, properties.issuer(), clock);
        return new RedemptionApi(whose, challenges, new Subjects(pepper), proofs, keys::now, random, clock).routes();
    }

    @Bean
    RouterFunction<ServerResponse> hostedPage(
            ChallengeProperties properties,
            WatchedFile<RelyingParties> registry,
            ChallengeView view,
            SecureRandom random,
            Clock clock) {
        Visits visits = new Visits(view, id -> registry.now().find(id));
        return new HostedPage(visits, properties.addresses(), properties.pageSmsLink(), random, clock).routes();
    }

    @Bean
    RouterFunction<ServerResponse> apiDocument() {
        return new ApiDocument().routes();
    }
}
