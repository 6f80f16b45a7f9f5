/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.notifier.webhook.Receiver.Conversation;
import io.uptext.platform.file.InvalidFileException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Targets that are slow, broken or spiteful: each attempt ends, and says how. */
class SlowTargetsTests {

    private static final String HEAD = "HTTP/1.1 200 OK\r\n";
    private static final int PATIENCE_SECONDS = 60;
    private static final int HANGING = 9;

    static Stream<Arguments> targets() {
        return Stream.of(
                target("never answers at all", (_, socket) -> Receiver.hang(socket), failed(Flaw.TIMEOUT)),
                target("never answers", after((_, socket) -> Receiver.hang(socket)), failed(Flaw.TIMEOUT)),
                target(
                        "drips its headers",
                        after((receiver, socket) -> drip(receiver, socket, HEAD + "x: ")),
                        failed(Flaw.TIMEOUT)),
                target(
                        "drips its body",
                        after((receiver, socket) -> drip(receiver, socket, HEAD + "\r\n")),
                        delivered(200)),
                target(
                        "promises more than it says",
                        after((_, socket) -> {
                            Receiver.write(socket, HEAD + "Content-Length: 1000\r\n\r\nx");
                            Receiver.hang(socket);
                        }),
                        delivered(200)),
                target("has no end", after((_, socket) -> flood(socket, HEAD + "\r\n")), delivered(200)),
                target(
                        "has no end of chunks",
                        after((_, socket) -> flood(
                                socket,
                                HEAD + "Transfer-Encoding: chunked\r\n\r\n",
                                "1000\r\n" + "x".repeat(4096) + "\r\n")),
                        delivered(200)),
                target(
                        "has no end of headers",
                        after((_, socket) -> flood(socket, HEAD, "x: " + "y".repeat(1000) + "\r\n")),
                        failed(Flaw.MALFORMED_ANSWER)),
                target(
                        "has no end of a header",
                        after((_, socket) -> flood(socket, HEAD + "x: ")),
                        failed(Flaw.MALFORMED_ANSWER)),
                target(
                        "has no end of a status",
                        after((_, socket) -> flood(socket, "HTTP/1.1 200 ")),
                        failed(Flaw.MALFORMED_ANSWER)),
                target(
                        "has no end of early hints",
                        after((_, socket) -> flood(socket, "", "HTTP/1.1 103 Early Hints\r\n\r\n")),
                        new Attempt.Refused(103, null)),
                target(
                        "sends early hints",
                        after(saying("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + Receiver.OK)),
                        delivered(200)),
                target(
                        "says continue",
                        after(saying("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n")),
                        delivered(204)),
                target("speaks HTTP/1.0", after(saying("HTTP/1.0 200 OK\r\n\r\nok")), delivered(200)),
                target(
                        "says nothing else",
                        after(saying("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n")),
                        delivered(202)),
                target("is gone", after(saying("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n")), new Attempt.Gone()),
                target(
                        "is busy",
                        after(saying("HTTP/1.1 503 x\r\nRetry-After: 90\r\nContent-Length: 0\r\n\r\n")),
                        new Attempt.Refused(503, Duration.ofSeconds(90))),
                target(
                        "is of another protocol",
                        after(saying("220 mail.acme.example ESMTP\r\n")),
                        failed(Flaw.MALFORMED_ANSWER)),
                target("says nothing at all", after((_, _) -> {}), failed(Flaw.CLOSED)),
                target("hangs up within a header", after(saying(HEAD + "x: ")), failed(Flaw.CLOSED)),
                target("resets at once", (_, socket) -> socket.setSoLinger(true, 0), failed(Flaw.CLOSED)),
                target("resets when asked", after((_, socket) -> socket.setSoLinger(true, 0)), failed(Flaw.CLOSED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void an_attempt_ends(String name, Conversation conversation, Attempt attempt) throws Exception {
        try (Receiver receiver = Receiver.of(conversation);
                HttpSender sender = sender(Sending.SHORT, receiver)) {
            assertThat(Sending.send(sender, Sending.target(receiver.origin())))
                    .as(name)
                    .isEqualTo(attempt);
            // One request, whatever becomes of it; and nothing is left behind but what is used again.
            assertThat(receiver.connections()).isEqualTo(1);
            assertThat(receiver.requests()).hasSizeLessThanOrEqualTo(1);
            assertThat(receiver.isLeft()).isTrue();
        }
    }

    @Test
    void where_nobody_listens_nobody_is_called() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String origin = "http://127.0.0.1:" + port;
        try (HttpSender sender =
                Sending.toThisMachine(Sending.secrets(Sending.SECRET), Sending.SHORT, Clock.systemUTC(), origin)) {
            assertThat(Sending.send(sender, Sending.target(origin))).isEqualTo(failed(Flaw.CONNECT));
        }
    }

    @Test
    void a_connection_is_used_again_and_not_kept_for_ever() throws Exception {
        Limits limits = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(2), 1000, 1000);
        try (Receiver receiver = Receiver.of(Receiver.answering(Receiver.OK));
                HttpSender sender = sender(limits, receiver)) {
            Target target = Sending.target(receiver.origin());
            for (int i = 0; i < 5; i++) {
                assertThat(Sending.send(sender, target)).isEqualTo(delivered(200));
            }
            // Whoever is quicker than the connection comes back gets a second one.
            int before = receiver.connections();
            assertThat(before).isLessThanOrEqualTo(2);
            assertThat(receiver.isLeft()).isTrue();
            assertThat(Sending.send(sender, target)).isEqualTo(delivered(200));
            assertThat(receiver.connections()).isEqualTo(before + 1);
        }
    }

    @Test
    void an_answer_that_is_too_long_costs_its_connection() throws Exception {
        String answer = HEAD + "Content-Length: 1001\r\n\r\n" + "x".repeat(1001);
        Limits limits = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(20), 1000, 1000);
        try (Receiver receiver = Receiver.of(Receiver.answering(answer));
                HttpSender sender = sender(limits, receiver)) {
            assertThat(Sending.send(sender, Sending.target(receiver.origin()))).isEqualTo(delivered(200));
            assertThat(Sending.send(sender, Sending.target(receiver.origin()))).isEqualTo(delivered(200));
            assertThat(receiver.connections()).isEqualTo(2);
        }
    }

    @Test
    void targets_that_hang_delay_no_other_even_at_the_same_host() throws Exception {
        List<String> parties =
                IntStream.range(0, HANGING).mapToObj(i -> "hanging-" + i).toList();
        CountDownLatch hangs = new CountDownLatch(HANGING * Sender.MOST_AT_ONCE);
        Limits limits = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(4), 1000, 1000);
        Conversation conversation = (receiver, socket) -> {
            while (!receiver.take(socket).line().contains("/hangs")) {
                Receiver.write(socket, Receiver.OK);
            }
            hangs.countDown();
            Receiver.hang(socket);
        };
        try (Receiver receiver = Receiver.of(conversation);
                HttpSender sender = Sending.toThisMachine(
                        secrets("other", parties), limits, Clock.systemUTC(), receiver.origin())) {
            List<CompletionStage<Attempt>> hung = new ArrayList<>();
            for (String party : parties) {
                Target hanging = Sending.target(party, receiver.origin() + "/hangs");
                for (int i = 0; i < Sender.MOST_AT_ONCE; i++) {
                    hung.add(sender.send(hanging, Sending.ID, Sending.BODY));
                }
                assertThat(Sending.send(sender, hanging)).isEqualTo(failed(Flaw.BUSY));
            }
            assertThat(hangs.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

            assertThat(Sending.send(sender, Sending.target("other", receiver.origin() + "/fine")))
                    .isEqualTo(delivered(200));
            assertThat(hung).noneMatch(each -> each.toCompletableFuture().isDone());
        }
    }

    private static WebhookSecrets secrets(String other, List<String> parties) throws InvalidFileException {
        StringBuilder yaml = new StringBuilder("webhook-secrets: {" + other + ": {outcomes: [" + Sending.SECRET + "]}");
        for (int i = 0; i < parties.size(); i++) {
            String secret = "whsec_" + String.valueOf((char) ('A' + i)).repeat(32);
            yaml.append(", " + parties.get(i) + ": {outcomes: [" + secret + "]}");
        }
        return SecretsReading.read(yaml.append('}').toString().getBytes(UTF_8));
    }

    private static HttpSender sender(Limits limits, Receiver receiver) {
        return Sending.toThisMachine(Sending.secrets(Sending.SECRET), limits, Clock.systemUTC(), receiver.origin());
    }

    private static Arguments target(String name, Conversation conversation, Attempt attempt) {
        return Arguments.of(name, conversation, attempt);
    }

    private static Attempt delivered(int status) {
        return new Attempt.Delivered(status);
    }

    private static Attempt failed(Flaw flaw) {
        return new Attempt.Failed(flaw);
    }

    /** Reads the request first. */
    private static Conversation after(Conversation conversation) {
        return (receiver, socket) -> {
            receiver.take(socket);
            conversation.hold(receiver, socket);
        };
    }

    private static Conversation saying(String answer) {
        return (_, socket) -> Receiver.write(socket, answer);
    }

    private static void drip(Receiver receiver, Socket socket, String start) throws IOException, InterruptedException {
        Receiver.write(socket, start);
        while (receiver.moment()) {
            Receiver.write(socket, "x");
        }
    }

    private static void flood(Socket socket, String start) throws IOException {
        flood(socket, start, "x".repeat(4096));
    }

    /** Until the other side has had enough. */
    private static void flood(Socket socket, String start, String again) throws IOException {
        Receiver.write(socket, start);
        while (true) {
            Receiver.write(socket, again);
        }
    }
}
