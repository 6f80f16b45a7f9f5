/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How an instance lets go of its browsers when it stops. */
class DrainTests {

    private static final String[] AS_BEARER = {"Authorization", "Bearer " + Story.TOKEN.reveal()};

    private final Edge edge = Edge.withOneChallenge();

    @AfterEach
    void closeEdge() {
        edge.close();
    }

    @Test
    void each_stream_ends_with_a_hint_when_to_come_again() {
        List<Browser> browsers =
                IntStream.range(0, 8).mapToObj(_ -> Browser.watching(edge)).toList();

        drain(Duration.ofMillis(500));

        assertThat(browsers).allSatisfy(browser -> {
            assertThat(browser.next()).first().isEqualTo("event:state");
            assertThat(browser.next()).singleElement().asString().matches("retry:[23]\\d{3}");
            assertThat(browser.rest()).isEmpty();
        });
        Awaitility.await()
                .untilAsserted(() -> assertThat(edge.ended(HowEnded.DRAINED)).isEqualTo(8));
        assertThat(edge.waiting()).isZero();
    }

    @Test
    void they_end_one_after_another_and_those_who_are_left_hear_of_the_outcome() {
        List<Browser> browsers =
                IntStream.range(0, 8).mapToObj(_ -> Browser.watching(edge)).toList();
        CompletableFuture<Void> drained = CompletableFuture.runAsync(() -> drain(Duration.ofSeconds(4)));
        Awaitility.await().until(() -> edge.ended(HowEnded.DRAINED) > 0);

        edge.tell(Story.confirmed());
        drained.join();

        List<List<String>> heard = browsers.stream().map(Browser::rest).toList();
        assertThat(heard).anyMatch(lines -> lines.contains("event:outcome"));
        assertThat(heard).anyMatch(lines -> !lines.contains("event:outcome"));
    }

    @Test
    void whoever_comes_is_sent_to_another_instance_and_polls_are_answered() {
        CompletableFuture<HttpResponse<String>> poll = CompletableFuture.supplyAsync(() ->
                Browser.ask(edge, "Authorization", AS_BEARER[1], "Accept", "application/json", "Prefer", "wait=25"));
        Awaitility.await().until(() -> edge.waiting() == 1);

        drain(Duration.ZERO);

        assertThat(poll.join().body()).contains("\"status\":\"pending\"");
        assertThat(poll.join().headers().firstValue("Connection")).hasValue("close");
        HttpResponse<String> late = Browser.ask(edge, AS_BEARER);
        assertThat(late.statusCode()).isEqualTo(503);
        assertThat(late.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(late.headers().firstValue("Connection")).hasValue("close");
    }

    private void drain(Duration time) {
        new Drain(edge.openings, edge.waiting, edge.streams, time).stop();
    }
}
