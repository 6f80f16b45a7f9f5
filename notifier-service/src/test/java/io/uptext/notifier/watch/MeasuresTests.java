/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.uptext.notifier.recent.RecentLog;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is counted of those who wait, by relying party and by nothing that names a person or a challenge. */
class MeasuresTests {

    private static final Duration ON_THE_WAY = Duration.ofMillis(120);

    private final Edge edge = Edge.withOneChallenge();

    @AfterEach
    void closeEdge() {
        edge.close();
    }

    @Test
    void an_outcome_is_measured_from_its_record_to_the_socket() {
        Browser browser = Browser.watching(edge);

        RecentLog.tell(
                edge.challenges,
                Story.confirmed(),
                Story.START.minus(ON_THE_WAY).toEpochMilli());

        assertThat(browser.rest()).contains("event:outcome");
        Awaitility.await().untilAsserted(() -> assertThat(latency().count()).isOne());
        assertThat(latency().totalTime(TimeUnit.MILLISECONDS)).isEqualTo((double) ON_THE_WAY.toMillis());
    }

    @Test
    void a_state_that_has_ended_already_is_no_push() {
        edge.tell(Story.confirmed());
        assertThat(Browser.watching(edge).rest()).contains("event:state");
        Awaitility.await()
                .untilAsserted(() -> assertThat(edge.ended(HowEnded.TOLD)).isOne());
        assertThat(latency().count()).isZero();
    }

    @Test
    void who_waits_and_how_it_ended_is_counted() {
        Browser told = Browser.watching(edge);
        assertThat(edge.watching()).isOne();
        assertThat(Browser.ask(edge, "Authorization", "Bearer nonsense").statusCode())
                .isEqualTo(404);

        edge.tell(Story.confirmed());
        assertThat(told.rest()).contains("event:outcome");

        Awaitility.await().untilAsserted(() -> assertThat(edge.watching()).isZero());
        assertThat(edge.ended(HowEnded.TOLD)).isOne();
        assertThat(edge.ended(HowEnded.REFUSED)).isOne();
        assertThat(edge.registry.getMeters())
                .extracting(Meter::getId)
                .allSatisfy(id -> assertThat(id.getTags()).allSatisfy(tag -> {
                    // The buckets of the histogram are how long it took.
                    assertThat(tag.getKey()).isIn("relying_party", "how", "le");
                    assertThat(tag.getValue()).matches("acme|none|told|refused|[0-9.]+");
                }));
    }

    private Timer latency() {
        return edge.registry
                .get("uptext.push.latency")
                .tag("relying_party", "acme")
                .timer();
    }
}
