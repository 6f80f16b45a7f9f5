/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.notifier.Outcomes;
import io.uptext.notifier.Party;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.KafkaBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka goes away beneath a stream. */
class FeedOutageTests {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void a_stream_stays_open_while_kafka_is_away_and_goes_on(@TempDir Path folder) throws Exception {
        Random random = new Random();
        Party acme = Party.withTopic("acme");
        try (KafkaBroker broker = Backends.ownKafka("feed-outage");
                Notifier notifier = Notifier.start(
                        broker.bootstrapServers(), folder, List.of(acme), "uptext.notifier.events.heartbeat=1s");
                Outcomes outcomes = new Outcomes(broker.bootstrapServers())) {
            await().atMost(LIMIT)
                    .until(() -> Listener.get(
                                            notifier.events(""),
                                            "Authorization",
                                            "Bearer " + acme.key().reveal(),
                                            "Accept",
                                            "application/json")
                                    .statusCode()
                            == 200);
            try (Listener listener =
                    Listener.open(notifier.events(""), acme.key().reveal(), null)) {
                await().atMost(LIMIT).until(() -> listener.cursor() != null);
                List<String> wanted = new ArrayList<>();
                for (int round = 0; round < 2; round++) {
                    Outcome outcome = Outcomes.confirmed(ChallengeId.random(random), acme.name(), "1");
                    wanted.add(outcome.challengeId().value());
                    outcomes.publish(List.of(outcome));
                    broker.stop();
                    int before = listener.comments();
                    await().atMost(LIMIT).until(() -> listener.comments() > before + 2);
                    broker.start();
                }
                await().atMost(LIMIT)
                        .untilAsserted(() -> assertThat(listener.events())
                                .extracting(event -> event.data().replaceAll(".*(chl_[a-z0-9]+).*", "$1"))
                                .containsAll(wanted));
                assertThat(listener.isOver()).isFalse();
            }
        }
    }
}
