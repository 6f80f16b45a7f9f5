/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.simulator.smsc.CommandStatus;
import io.uptext.simulator.smsc.Delivered;
import io.uptext.simulator.smsc.Faults;
import io.uptext.simulator.smsc.MobileMessage;
import io.uptext.simulator.smsc.Reaction;
import io.uptext.simulator.smsc.SimulatedSmsc;
import io.uptext.simulator.smsc.SmscSettings;
import io.uptext.simulator.smsc.WrongPdu;
import io.uptext.testkit.backend.Ports;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Binds are made, kept, given up and made again. */
class LinkTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static MobileMessage text(String text) {
        return MobileMessage.of("+46701234567", "50500", text);
    }

    private static Delivered deliver(SimulatedSmsc smsc, String text) throws Exception {
        return smsc.deliver(text(text)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static SimulatedSmsc smsc() {
        return SimulatedSmsc.start(
                SmscSettings.builder().retryAfter(Duration.ofMillis(50)).build());
    }

    @Test
    void aMessageWhoseAnswerIsLostComesAgainAndHasTheSameId() throws Exception {
        try (SimulatedSmsc smsc = SimulatedSmsc.start(SmscSettings.builder()
                        .faults(Faults.NONE.withCutEvery(1))
                        .build());
                Receiver receiver = Receiver.at(List.of(smsc.port()))) {
            for (int i = 0; i < 10; i++) {
                Delivered delivered = deliver(smsc, "message " + i);
                assertThat(delivered.isAccepted()).isTrue();
                assertThat(delivered.redelivered()).isPositive();
            }
            assertThat(receiver.events().stream()
                            .map(InboundSmsReceived::messageId)
                            .distinct())
                    .hasSize(10);
            assertThat(smsc.statistics().binds()).isGreaterThan(10);
        }
    }

    @Test
    void aMessageWhoseAnswerIsLostWhileTheLinkStaysComesAgainAndHasTheSameId() throws Exception {
        try (SimulatedSmsc smsc = SimulatedSmsc.start(SmscSettings.builder()
                        .faults(Faults.NONE.withLoseEvery(1))
                        .responseTimeout(Duration.ofMillis(300))
                        .build());
                Receiver receiver = Receiver.at(List.of(smsc.port()))) {
            for (int i = 0; i < 3; i++) {
                Delivered delivered = deliver(smsc, "message " + i);
                assertThat(delivered.isAccepted()).isTrue();
                assertThat(delivered.redelivered()).isPositive();
            }
            assertThat(receiver.events().stream()
                            .map(InboundSmsReceived::messageId)
                            .distinct())
                    .hasSize(3);
            assertThat(smsc.statistics().binds()).isEqualTo(1);
        }
    }

    @Test
    void everyBindAtEverySmscStandsAndOneThatIsAwayKeepsNoOtherFromIt() throws Exception {
        int nobody = Ports.free();
        try (SimulatedSmsc one = smsc();
                SimulatedSmsc two = smsc();
                Receiver receiver = Receiver.at(List.of(one.port(), two.port(), nobody), "binds=2")) {
            assertThat(one.awaitBinds(2, PATIENCE)).isTrue();
            assertThat(two.awaitBinds(2, PATIENCE)).isTrue();
            await().untilAsserted(
                            () -> assertThat(receiver.states().subList(0, 4)).containsOnly(BindState.BOUND));
            assertThat(receiver.states().subList(4, 6)).doesNotContain(BindState.BOUND);
            assertThat(deliver(two, "hello").isAccepted()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {CommandStatus.RALYBND, CommandStatus.RSYSERR, CommandStatus.RTHROTTLED, 0x420})
    void aBindThatIsNotToBeHadNowIsTriedAgain(int status) throws Exception {
        try (SimulatedSmsc smsc = SimulatedSmsc.start(
                        SmscSettings.builder().bindStatus(status).build());
                Receiver _ = Receiver.at(List.of(smsc.port()))) {
            await().until(() -> smsc.statistics().bindsRefused() > 2);
            smsc.answerBindsWith(CommandStatus.ROK);
            assertThat(smsc.awaitBinds(1, PATIENCE)).isTrue();
        }
    }

    @Test
    void whileKafkaDoesNotAnswerMessagesAreThrottledAndEnquiriesAnswered() throws Exception {
        try (SimulatedSmsc smsc = SimulatedSmsc.start(SmscSettings.builder()
                        .window(50)
                        .retryAfter(Duration.ofMillis(50))
                        .build());
                Receiver receiver = Receiver.at(List.of(smsc.port()), "window=5")) {
            CompletableFuture<Void> stored = new CompletableFuture<>();
            receiver.sink.answersWith(stored);
            assertThat(smsc.awaitBinds(1, PATIENCE)).isTrue();

            List<CompletableFuture<Delivered>> deliveries = IntStream.range(0, 20)
                    .mapToObj(i -> smsc.deliver(text("message " + i)))
                    .toList();
            await().until(() -> smsc.statistics().answers().getOrDefault(CommandStatus.RTHROTTLED, 0L) >= 15);
            assertThat(smsc.session(0).enquireLink().get(20, TimeUnit.SECONDS)).isPositive();
            assertThat(receiver.texts()).hasSize(5);
            assertThat(receiver.registry.get("uptext.smpp.window.used").gauge().value())
                    .isEqualTo(5);

            receiver.sink.answersWith(CompletableFuture.completedFuture(null));
            stored.complete(null);
            for (CompletableFuture<Delivered> each : deliveries) {
                assertThat(each.get(20, TimeUnit.SECONDS).isAccepted()).isTrue();
            }
            assertThat(receiver.events().stream()
                            .map(InboundSmsReceived::messageId)
                            .distinct())
                    .hasSize(20);
        }
    }

    /** It has the time that an answer has, and is asked nothing before. */
    @Test
    void anSmscThatDoesNotAnswerTheBindIsGivenUpForThatAlone() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Receiver _ =
                        Receiver.at(List.of(server.getLocalPort()), "enquire-link=50ms", "response-timeout=600ms");
                Socket socket = server.accept()) {
            long begun = System.nanoTime();
            assertThat(commands(socket)).containsExactly(0x1);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(300));
        }
    }

    @Test
    void anSmscThatSaysNothingIsGivenUp() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Receiver _ = Receiver.at(List.of(server.getLocalPort()), "enquire-link=50ms")) {
            try (Socket first = server.accept()) {
                RawSmsc.answerBind(first);
                assertThat(commands(first)).containsExactly(0x15, 0x15);
            }
            try (Socket second = server.accept()) {
                RawSmsc.answerBind(second);
            }
        }
    }

    /** What comes until the connection ends. */
    private static List<Integer> commands(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        List<Integer> commands = new ArrayList<>();
        while (true) {
            int first = in.read();
            if (first < 0) {
                return commands;
            }
            int length = in.read() << Short.SIZE | in.readUnsignedShort();
            commands.add(in.readInt());
            in.readNBytes(length - 2 * Integer.BYTES);
        }
    }

    @ParameterizedTest
    @EnumSource(WrongPdu.class)
    void aWrongPduIsRefusedAndNeitherTheNextMessageNorAnotherBindSuffers(WrongPdu wrong) throws Exception {
        try (SimulatedSmsc smsc = smsc();
                SimulatedSmsc other = smsc();
                Receiver receiver = Receiver.at(List.of(smsc.port(), other.port()))) {
            assertThat(smsc.awaitBinds(1, PATIENCE)).isTrue();
            assertThat(other.awaitBinds(1, PATIENCE)).isTrue();
            CompletableFuture<Reaction> provoked = smsc.provoke(wrong, text("provocation"));
            if (wrong == WrongPdu.DELIVER_BEFORE_BIND_RESP) {
                smsc.session(0).cut();
            }

            Reaction reaction = provoked.get(20, TimeUnit.SECONDS);

            assertThat(wrong.isRight(reaction)).as(reaction.description()).isTrue();
            assertThat(deliver(smsc, "next").isAccepted()).isTrue();
            assertThat(deliver(other, "elsewhere").isAccepted()).isTrue();
            assertThat(other.statistics().binds()).isEqualTo(1);
            assertThat(receiver.texts()).contains("next", "elsewhere");
        }
    }
}
