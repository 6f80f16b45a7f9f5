/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.WaitToken;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Browsers that come before this instance has read of their challenge, and those that make a token up. */
class EarlyBrowserTests {

    private final Edge edge = new Edge();

    @BeforeEach
    void nothingIsInTheLog() {
        edge.hasReadAll();
    }

    @AfterEach
    void closeEdge() {
        edge.close();
    }

    @Test
    void a_browser_that_is_early_hears_of_its_challenge_once() {
        CompletableFuture<Browser> early = CompletableFuture.supplyAsync(() -> Browser.watching(edge));
        Awaitility.await().until(() -> edge.waiting() == 1);

        edge.tell(Story.created());
        edge.tell(Story.created());
        Browser browser = early.join();
        assertThat(browser.next()).first().isEqualTo("event:state");
        edge.tell(Story.confirmed());

        assertThat(browser.rest()).containsExactly("event:outcome", "data:{\"status\":\"confirmed\"}", "");
    }

    @Test
    void it_hears_of_an_outcome_that_was_read_before_the_challenge() {
        CompletableFuture<Browser> early = CompletableFuture.supplyAsync(() -> Browser.watching(edge));
        Awaitility.await().until(() -> edge.waiting() == 1);

        edge.tell(Story.expired());
        edge.tell(Story.created());

        assertThat(early.join().rest()).first().isEqualTo("event:state");
        Awaitility.await()
                .untilAsserted(() -> assertThat(edge.ended(HowEnded.TOLD)).isOne());
    }

    @Test
    void whoever_makes_tokens_up_takes_the_places_of_strangers_only() {
        Random random = new Random(4);
        edge.tell(Story.created());
        var strangers = strangers(Edge.MOST_STRANGERS, random);
        Awaitility.await().until(() -> edge.waiting.strangers() == Edge.MOST_STRANGERS);

        assertThat(strangers(5, random))
                .allSatisfy(each -> assertThat(each.join().statusCode()).isEqualTo(503));
        Browser known = Browser.watching(edge);
        assertThat(known.next()).first().isEqualTo("event:state");

        assertThat(strangers)
                .allSatisfy(each -> assertThat(each.join().statusCode()).isEqualTo(404));
        Awaitility.await().until(() -> edge.waiting.strangers() == 0);
        edge.tell(Story.confirmed());
        assertThat(known.rest()).contains("event:outcome");
    }

    private List<CompletableFuture<HttpResponse<String>>> strangers(int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(_ -> Browser.askLater(edge, "Authorization", "Bearer " + madeUp(random)))
                .toList();
    }

    private static String madeUp(Random random) {
        byte[] bytes = new byte[WaitToken.BYTES];
        random.nextBytes(bytes);
        return WaitToken.of(bytes).reveal();
    }
}
