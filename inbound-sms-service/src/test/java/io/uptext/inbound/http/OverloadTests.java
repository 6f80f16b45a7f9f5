/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.loop.EventLoops;
import io.uptext.inbound.receive.InMemory;
import io.uptext.inbound.twilio.TwilioDoor;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import io.uptext.simulator.provider.TwilioProvider;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Deliveries that wait are bounded in number and in time, and who is refused may come again (I10). */
class OverloadTests {

    private static final String SECRET = "twilio-auth-token";
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final Connector connector = Connectors.of(new TwilioDoor())
            .knownBy(Authentication.SIGNATURE)
            .secrets(SECRET)
            .build();
    private final RecordingSink sink = new RecordingSink();
    private final CompletableFuture<Void> never = new CompletableFuture<>();

    private final List<Workers> opened = new ArrayList<>();

    @AfterEach
    void endWhatHangs() {
        never.complete(null);
        opened.forEach(Workers::close);
    }

    private Workers workers(int most) {
        Workers workers = new Workers(most, new EventLoops());
        opened.add(workers);
        return workers;
    }

    @Test
    void beyondTheBoundWorkIsRefusedAtOnceAndTakenAgainWhenAPlaceIsFree() throws Exception {
        Workers workers = workers(3);
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiting.add(workers.submit(() -> never, false));
        }
        for (int i = 0; i < 100; i++) {
            CompletableFuture<String> refused = workers.submit(() -> CompletableFuture.completedFuture("done"), false);
            assertThat(refused).isCompletedExceptionally();
            assertThatThrownBy(refused::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.problem()).isEqualTo(Problem.UNAVAILABLE));
        }
        never.complete(null);
        for (CompletableFuture<?> each : waiting) {
            each.get(10, TimeUnit.SECONDS);
        }
        assertThat(workers.submit(() -> CompletableFuture.completedFuture("done"), false)
                        .get(10, TimeUnit.SECONDS))
                .isEqualTo("done");
    }

    @Test
    void workThatFailsFreesItsPlace() {
        Workers workers = workers(1);
        for (int i = 0; i < 100; i++) {
            CompletableFuture<String> failed = workers.submit(
                    () -> {
                        throw new StackOverflowError();
                    },
                    i % 2 == 0);
            assertThatThrownBy(() -> failed.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void aSinkThatHangsIsAnsweredInTimeKeepsItsPlaceAndFreesItWhenItEnds() {
        Workers workers = workers(1);
        WebTestClient client = Ingress.client(sink, List.of(connector), new InMemory(), workers);
        sink.answersWith(never);

        long begun = System.nanoTime();
        deliver(client, "SM1").expectStatus().isEqualTo(503);
        Duration waited = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(waited).isBetween(KafkaClients.DELIVERY_TIMEOUT, KafkaClients.DELIVERY_TIMEOUT.plus(SLACK));
        long refused = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            deliver(client, "SM2").expectStatus().isEqualTo(503).expectHeader().valueEquals("Retry-After", "1");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - refused)).isLessThan(KafkaClients.DELIVERY_TIMEOUT);
        assertThat(sink.all()).hasSize(1);

        sink.answersWith(CompletableFuture.completedFuture(null));
        never.complete(null);
        Awaitility.await()
                .untilAsserted(() -> deliver(client, "SM2").expectStatus().isOk());
        // What became durable after its 503 is remembered: the provider's next try is no second event.
        deliver(client, "SM1").expectStatus().isOk();
        assertThat(sink.all()).hasSize(2);
    }

    private WebTestClient.ResponseSpec deliver(WebTestClient client, String id) {
        Account account = Account.of(URI.create(Connectors.URL), Proof.SIGNATURE, SECRET);
        SimulatedRequest request = new TwilioProvider()
                .request(new SimulatedSms(id, "+46701234567", "50500", "hello"), account, Ingress.NOW);
        return Simulated.send(client, request);
    }
}
