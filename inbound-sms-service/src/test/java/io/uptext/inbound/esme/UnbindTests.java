/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.simulator.smsc.MobileMessage;
import io.uptext.simulator.smsc.SimulatedSmsc;
import io.uptext.simulator.smsc.SmscSettings;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Binds end politely, whoever ends them: what is under way is answered first. */
class UnbindTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static MobileMessage text(String text) {
        return MobileMessage.of("+46701234567", "50500", text);
    }

    private static SimulatedSmsc smsc() {
        return SimulatedSmsc.start(
                SmscSettings.builder().retryAfter(Duration.ofMillis(50)).build());
    }

    @Test
    void anSmscThatUnbindsHearsOfWhatIsUnderWayAndIsBoundAgain() throws Exception {
        try (SimulatedSmsc smsc = smsc();
                Receiver receiver = Receiver.at(List.of(smsc.port()))) {
            CompletableFuture<Void> stored = new CompletableFuture<>();
            receiver.sink.answersWith(stored);
            assertThat(smsc.awaitBinds(1, PATIENCE)).isTrue();
            var session = smsc.session(0);
            session.send(text("under way").pdus(1).getFirst());
            await().until(() -> receiver.texts().size() == 1);
            CompletableFuture<Duration> unbound = session.unbind();
            assertThat(unbound).isNotDone();
            stored.complete(null);

            assertThat(unbound.get(20, TimeUnit.SECONDS)).isPositive();
            assertThat(session.received()).extracting(pdu -> pdu.command()).contains(0x80000005);
            await().until(() -> smsc.statistics().binds() == 2);
        }
    }

    @Test
    void whoClosesUnbindsAfterWhatIsUnderWay() throws Exception {
        try (SimulatedSmsc smsc = smsc()) {
            Receiver receiver = Receiver.at(List.of(smsc.port()));
            assertThat(smsc.awaitBinds(1, PATIENCE)).isTrue();
            CompletableFuture<Void> stored = new CompletableFuture<>();
            receiver.sink.answersWith(stored);
            var session = smsc.session(0);
            session.send(text("under way").pdus(1).getFirst());
            await().until(() -> receiver.texts().size() == 1);

            CompletableFuture<Void> closed = CompletableFuture.runAsync(receiver::close);
            stored.complete(null);
            closed.get(20, TimeUnit.SECONDS);

            assertThat(receiver.states()).containsExactly(BindState.CLOSED);
            assertThat(session.received()).extracting(pdu -> pdu.command()).containsSubsequence(0x80000005, 0x6);
            assertThat(smsc.statistics().binds()).isEqualTo(1);
        }
    }

    @Test
    void whoClosesWhileTheSmscUnbindsAnswersWhatIsUnderWayAndTheUnbind() throws Exception {
        try (SimulatedSmsc smsc = smsc()) {
            Receiver receiver = Receiver.at(List.of(smsc.port()));
            CompletableFuture<Void> stored = new CompletableFuture<>();
            receiver.sink.answersWith(stored);
            assertThat(smsc.awaitBinds(1, PATIENCE)).isTrue();
            var session = smsc.session(0);
            session.send(text("under way").pdus(1).getFirst());
            await().until(() -> receiver.texts().size() == 1);
            session.send(HexFormat.of().parseHex("00000010" + "00000006" + "00000000" + "00000007"));
            session.enquireLink().get(20, TimeUnit.SECONDS);

            CompletableFuture<Void> closed = CompletableFuture.runAsync(receiver::close);
            await().during(Duration.ofMillis(200)).until(session::isOpen);
            stored.complete(null);
            closed.get(20, TimeUnit.SECONDS);

            await().untilAsserted(() -> assertThat(session.received())
                    .extracting(pdu -> pdu.command())
                    .containsSubsequence(0x80000005, 0x80000006)
                    .doesNotContain(0x6));
            assertThat(receiver.states()).containsExactly(BindState.CLOSED);
        }
    }
}
