/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.chaos.load.Party;
import io.uptext.chaos.promise.Received;
import io.uptext.platform.view.ChallengeStatus;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A target does what it is told to, and notes all that comes. */
class TargetTests {

    private static final URI ELSEWHERE = URI.create("http://127.0.0.1:1/redirected");
    private static final String BODY = """
            {"type":"io.uptext.outcome.expired.v1","timestamp":"2026-03-01T12:00:00.000Z",\
            "data":{"challengeId":"chl_00000000000000000000000000","status":"expired"}}""";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Target target = new Target(Party.ACME, ELSEWHERE, threads, Clock.systemUTC(), received::add);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        target.close();
        client.close();
        threads.shutdownNow();
    }

    @Test
    void whoIsWellTakesAndNotesWhatComes() throws Exception {
        assertThat(send().statusCode()).isEqualTo(204);

        assertThat(received).singleElement().satisfies(one -> {
            assertThat(one.target()).isEqualTo(Party.ACME.id());
            assertThat(one.path()).isEqualTo(Received.PATH);
            assertThat(one.id()).isEqualTo("out_1");
            assertThat(one.body()).isEqualTo(BODY);
            assertThat(one.status()).isEqualTo(ChallengeStatus.EXPIRED);
            assertThat(one.isSigned()).isFalse();
            assertThat(one.isTaken()).isTrue();
        });
    }

    @Test
    void whoFailsNotesItAndDoesNotTakeIt() throws Exception {
        target.be(Mood.FAILING);

        assertThat(send().statusCode()).isEqualTo(500);
        assertThat(received).noneMatch(Received::isTaken).hasSize(1);
    }

    @Test
    void whoRedirectsNamesAnother() throws Exception {
        target.be(Mood.REDIRECTING);

        HttpResponse<String> answer = send();

        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(answer.headers().firstValue("Location")).contains(ELSEWHERE.toString());
    }

    @Test
    void whoIsGoneIsNotThereAndComesBackAtTheSamePlace() throws Exception {
        target.be(Mood.GONE);

        assertThatThrownBy(this::send).isInstanceOf(ConnectException.class);

        target.be(Mood.WELL);

        assertThat(send().statusCode()).isEqualTo(204);
    }

    @Test
    void whoHangsAnswersOnlyInAnotherMood() throws Exception {
        target.be(Mood.HANGING);
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request(), HttpResponse.BodyHandlers.ofString());
        while (received.isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(answer).isNotDone();

        target.be(Mood.WELL);

        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(500);
        assertThat(received).noneMatch(Received::isTaken);
    }

    private HttpResponse<String> send() throws Exception {
        return client.send(request(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(target.origin().resolve(Received.PATH))
                .header("webhook-id", "out_1")
                .header("webhook-timestamp", "1")
                .header("webhook-signature", "v1,AAAA")
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
    }
}
