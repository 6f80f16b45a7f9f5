/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.platform.http.Problem;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FeedStreamTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final FeedProperties properties = new FeedProperties(4, 256, Duration.ofSeconds(15), Duration.ofSeconds(2));
    private final Streams streams = new Streams(properties, new SimpleMeterRegistry());

    @Test
    void who_goes_while_its_stream_is_being_opened_has_its_place_until_that_is_over() {
        streams.start();
        CountDownLatch isBeingOpened = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        var stream = FeedStream.of(
                        streams.enter(new RelyingPartyId("acme")),
                        () -> {
                            isBeingOpened.countDown();
                            passes(answers);
                            throw Problem.UNAVAILABLE.because("Kafka does not answer just now.");
                        },
                        properties)
                .subscribe();
        passes(isBeingOpened);
        stream.dispose();
        assertThat(streams.count()).isOne();
        answers.countDown();
        await().atMost(LIMIT).until(() -> streams.count() == 0);
    }

    private static void passes(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
