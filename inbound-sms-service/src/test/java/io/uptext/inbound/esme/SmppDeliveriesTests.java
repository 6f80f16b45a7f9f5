/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.uptext.contracts.event.InboundEvent;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.inbound.http.RecordingSink;
import io.uptext.inbound.receive.DeadLetters;
import io.uptext.inbound.receive.DurablePublishing;
import io.uptext.inbound.receive.FirstSights;
import io.uptext.inbound.receive.InMemory;
import io.uptext.inbound.receive.InMemorySights;
import io.uptext.inbound.receive.Intake;
import io.uptext.inbound.receive.Joining;
import io.uptext.inbound.receive.Reception;
import io.uptext.inbound.smpp.CommandStatus;
import io.uptext.inbound.smpp.MessagePdu;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a carrier is told: ESME_ROK only for what is stored or never will be missed, and else a status to try again. */
class SmppDeliveriesTests {

    private static final Pepper PEPPER = new Pepper(Base64.getEncoder().encodeToString(new byte[32]));
    private static final Answer STORED = new Answer(CommandStatus.ROK, Answer.Fate.STORED);
    private static final Answer IGNORED = new Answer(CommandStatus.ROK, Answer.Fate.IGNORED);
    private static final Answer DEAD_LETTER = new Answer(CommandStatus.ROK, Answer.Fate.DEAD_LETTER);
    private static final Answer NOT_STORED = new Answer(new CommandStatus(0x400), Answer.Fate.NOT_STORED);
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00.123Z");
    private static final int RECEIPT = 0x04;

    private final InMemory memory = new InMemory();
    private final RecordingSink sink = new RecordingSink();
    private Instant now = NOW.plusNanos(456_789);
    private final List<String> letters = new ArrayList<>();
    private CompletableFuture<Void> kept = CompletableFuture.completedFuture(null);
    private FirstSights sights = new InMemorySights();
    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void aTextIsStored() {
        assertThat(take(new MessagePdu())).isCompletedWithValue(STORED);

        InboundSmsReceived event = onlyText();
        assertThat(event.sender()).isEqualTo(Msisdn.ofE164("+46701234567"));
        assertThat(event.destination().address()).isEqualTo("50500");
        assertThat(event.text()).isEqualTo("Hej");
        assertThat(event.routeTrust()).isEqualTo(RouteTrust.T2);
        assertThat(event.receivedAt()).isEqualTo(NOW);
        assertThat(letters).isEmpty();
    }

    @Test
    void nothingIsSaidBeforeItIsStored() {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        sink.answersWith(stored);
        CompletableFuture<Answer> answer = take(new MessagePdu());

        assertThat(answer).isNotDone();
        stored.complete(null);
        assertThat(answer).isCompletedWithValue(STORED);
    }

    @Test
    void whatIsNoTextIsIgnored() {
        assertThat(take(new MessagePdu().esmClass(RECEIPT))).isCompletedWithValue(IGNORED);
        assertThat(sink.all()).isEmpty();
        assertThat(letters).isEmpty();
    }

    @Test
    void whatWillNeverBeAcceptedIsADeadLetter() {
        assertThat(take(new MessagePdu().from(5, 0, "ACME"))).isCompletedWithValue(DEAD_LETTER);
        assertThat(take(new MessagePdu().from(1, 1, "123"))).isCompletedWithValue(DEAD_LETTER);
        assertThat(take(new MessagePdu().to(0, 0, "50501"))).isCompletedWithValue(DEAD_LETTER);
        assertThat(take(new MessagePdu().dataCoding(8).text("004100"))).isCompletedWithValue(DEAD_LETTER);
        assertThat(take(new MessagePdu().esmClass(0x40).text("ff"))).isCompletedWithValue(DEAD_LETTER);
        assertThat(take(new MessagePdu().dataCoding(0x20))).isCompletedWithValue(DEAD_LETTER);
        assertThat(take(new MessagePdu().tail("1400000200"))).isCompletedWithValue(DEAD_LETTER);

        assertThat(letters)
                .containsExactly(
                        "acme: the sender is not the phone number of a subscriber",
                        "acme: the sender is not the phone number of a subscriber",
                        "acme: the connector does not serve the address that was texted",
                        "acme: the text is not in the alphabet that it is said to be in",
                        "acme: the lengths in the user data header do not add up",
                        "acme: a compressed text",
                        "acme: the optional parameters reach past the end");
        assertThat(sink.all()).isEmpty();
    }

    @Test
    void deadLettersAreCountedByTheirReasonOnceTheyAreKept() {
        String reason = "the text is not in the alphabet that it is said to be in";
        kept = CompletableFuture.failedFuture(new IllegalStateException("away"));
        assertThat(take(new MessagePdu().text("ff"))).isCompletedWithValue(NOT_STORED);
        assertThat(registry.find("uptext.smpp.dead_letters").counter()).isNull();

        kept = CompletableFuture.completedFuture(null);
        assertThat(take(new MessagePdu().text("ff"))).isCompletedWithValue(DEAD_LETTER);
        assertThat(take(new MessagePdu().text("fe"))).isCompletedWithValue(DEAD_LETTER);
        assertThat(take(new MessagePdu().dataCoding(0x20))).isCompletedWithValue(DEAD_LETTER);

        assertThat(registry.get("uptext.smpp.dead_letters")
                        .tags("connector", "acme", "reason", reason)
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("uptext.smpp.dead_letters").counters()).hasSize(2);
    }

    @Test
    void aDeadLetterThatIsNotKeptShouldComeAgain() {
        kept = CompletableFuture.failedFuture(new IllegalStateException("away"));

        assertThat(take(new MessagePdu().from(5, 0, "ACME"))).isCompletedWithValue(NOT_STORED);
        assertThat(take(new MessagePdu().to(0, 0, "50501"))).isCompletedWithValue(NOT_STORED);

        kept = new CompletableFuture<>();
        CompletableFuture<Answer> answer = take(new MessagePdu().from(5, 0, "ACME"));
        assertThat(answer).isNotDone();
        kept.complete(null);
        assertThat(answer).isCompletedWithValue(DEAD_LETTER);
    }

    @Test
    void whatIsNotStoredShouldComeAgain() {
        sink.answersWith(CompletableFuture.failedFuture(new IllegalStateException("away")));

        assertThat(take(new MessagePdu())).isCompletedWithValue(NOT_STORED);
        assertThat(letters).isEmpty();
    }

    @Test
    void anExceptionAnywhereIsATextThatShouldComeAgain() {
        sights = (_, _, _, _) -> {
            throw new IllegalStateException("broken");
        };
        assertThat(take(new MessagePdu())).isCompletedWithValue(NOT_STORED);

        sights = (_, _, _, _) -> CompletableFuture.failedFuture(new IllegalStateException("broken"));
        assertThat(take(new MessagePdu())).isCompletedWithValue(NOT_STORED);

        sights = new InMemorySights();
        SmppDeliveries deliveries = deliveries((_, _, _) -> {
            throw new IllegalStateException("broken");
        });
        assertThat(deliveries.take(new MessagePdu().from(5, 0, "ACME").read())).isCompletedWithValue(NOT_STORED);
        assertThat(deliveries.take(new MessagePdu().to(0, 0, "50501").read())).isCompletedWithValue(NOT_STORED);
    }

    @Test
    void aTextThatComesAgainIsTheOneThatItWas() {
        sink.answersWith(CompletableFuture.failedFuture(new IllegalStateException("away")));
        assertThat(take(new MessagePdu().sequence(1))).isCompletedWithValue(NOT_STORED);
        sink.answersWith(CompletableFuture.completedFuture(null));
        now = now.plus(Duration.ofMinutes(4));
        assertThat(take(new MessagePdu().sequence(77))).isCompletedWithValue(STORED);

        assertThat(sink.all()).hasSize(2);
        assertThat(event(1)).isEqualTo(event(0));
        assertThat(((InboundSmsReceived) event(1)).receivedAt()).isEqualTo(NOW);
    }

    @Test
    void aTextThatIsStoredAndComesAgainIsNotStoredTwice() {
        assertThat(take(new MessagePdu().sequence(1))).isCompletedWithValue(STORED);
        assertThat(take(new MessagePdu().sequence(2))).isCompletedWithValue(STORED);

        assertThat(sink.all()).hasSize(1);
    }

    @Test
    void theSameTextAfterTheWindowIsAnother() {
        assertThat(take(new MessagePdu())).isCompletedWithValue(STORED);
        now = now.plus(Duration.ofMinutes(5));
        assertThat(take(new MessagePdu())).isCompletedWithValue(STORED);

        assertThat(sink.all()).hasSize(2);
        assertThat(event(1).messageId()).isNotEqualTo(event(0).messageId());
    }

    @Test
    void anotherTextIsAnother() {
        assertThat(take(new MessagePdu())).isCompletedWithValue(STORED);
        assertThat(take(new MessagePdu().text("48656b"))).isCompletedWithValue(STORED);
        assertThat(take(new MessagePdu().from(1, 1, "46701234568"))).isCompletedWithValue(STORED);

        assertThat(sink.all()).hasSize(3);
    }

    private CompletableFuture<Answer> take(MessagePdu message) {
        return deliveries((_, reason, connector) -> {
                    letters.add(connector + ": " + reason);
                    return kept;
                })
                .take(message.read());
    }

    private SmppDeliveries deliveries(DeadLetters deadLetters) {
        Intake intake = new Intake(
                new Reception(PEPPER),
                new Joining(memory, PEPPER),
                new DurablePublishing(sink, memory, () -> Runnable::run));
        return new SmppDeliveries(
                Configured.connector(Map.of("unavailable-status", "0x400")),
                new Binds.Receiving(intake, sights, deadLetters, PEPPER, Clock.fixed(now, ZoneOffset.UTC)),
                registry);
    }

    private InboundSmsReceived onlyText() {
        assertThat(sink.all()).hasSize(1);
        return (InboundSmsReceived) event(0);
    }

    private InboundEvent event(int index) {
        return sink.all().get(index).event();
    }
}
