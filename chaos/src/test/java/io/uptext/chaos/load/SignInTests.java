/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.load;

import static io.uptext.platform.view.ChallengeStatus.CANCELLED;
import static io.uptext.platform.view.ChallengeStatus.CONFIRMED;
import static io.uptext.platform.view.ChallengeStatus.DENIED;
import static io.uptext.platform.view.ChallengeStatus.EXPIRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.contracts.vocabulary.WaitToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How a challenge must end follows from what was written, and from what Kafka is known to have. */
class SignInTests {

    private static final Instant CREATED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration VALIDITY = Duration.ofSeconds(5);
    private static final Instant EXPIRES = CREATED.plus(VALIDITY);

    private final Draws draws = new Draws(1);
    private final Events events = new Events(new Pepper(Base64.getEncoder().encodeToString(new byte[32])));

    @Test
    void aTextInTimeConfirmsFromWhenKafkaHasBoth() {
        SignIn signIn = signIn(Fate.OVERTAKING);
        signIn.answer(text(signIn, CREATED.plusSeconds(1))).durable(CREATED.plusSeconds(1));
        signIn.createdDurably(CREATED.plusSeconds(2));

        assertThat(signIn.asked().ends()).containsExactly(CONFIRMED);
        assertThat(signIn.asked().answers()).hasSize(1);
        assertThat(signIn.asked().answerableAt()).isEqualTo(CREATED.plusSeconds(2));
    }

    @Test
    void aTextInTheLastMillisecondIsInTimeAndTheNextIsNot() {
        SignIn last = signIn(Fate.RIGHT);
        last.answer(text(last, EXPIRES)).durable(EXPIRES);
        SignIn late = signIn(Fate.LATE);
        late.answer(text(late, EXPIRES.plusMillis(1))).durable(EXPIRES.plusMillis(1));

        assertThat(last.asked().ends()).containsExactly(CONFIRMED);
        assertThat(late.asked().ends()).containsExactly(EXPIRED);
        assertThat(late.asked().answers()).isEmpty();
        assertThat(late.asked().answerableAt()).isNull();
    }

    @Test
    void aTextThatKafkaNeverAcknowledgedMayConfirmOrNot() {
        SignIn signIn = signIn(Fate.RIGHT);
        InboundSmsReceived sms = text(signIn, CREATED.plusSeconds(4));
        signIn.answer(sms);
        signIn.answer(events.redelivered(sms, EXPIRES.plusSeconds(1))).durable(EXPIRES.plusSeconds(1));

        assertThat(signIn.asked().ends()).containsExactlyInAnyOrder(CONFIRMED, EXPIRED);
    }

    @Test
    void aCancellationInTimeCancelsAndOneThatKafkaGotLaterMayComeAfterTheEnd() {
        SignIn inTime = signIn(Fate.CANCELLED);
        inTime.cancelledDurably(EXPIRES);
        SignIn later = signIn(Fate.CANCELLED);
        later.cancelledDurably(EXPIRES.plusMillis(1));

        assertThat(inTime.asked().ends()).containsExactly(CANCELLED);
        assertThat(later.asked().ends()).containsExactlyInAnyOrder(CANCELLED, EXPIRED);
    }

    @Test
    void aTextThatAnOutageLeftAloneForLongMayHaveWaitedInVain() {
        SignIn signIn = signIn(Fate.OVERTAKING);
        signIn.answer(text(signIn, CREATED)).durable(CREATED);
        signIn.createdDurably(CREATED.plusMillis(1_001));

        assertThat(signIn.asked().ends()).containsExactlyInAnyOrder(CONFIRMED, EXPIRED);
    }

    @Test
    void anotherPhonesTextInTimeDeniesWhereTheRelyingPartyWantsThat() {
        SignIn denied = signIn(Fate.DENYING);
        denied.stranger(text(denied, EXPIRES)).durable(EXPIRES);
        denied.answer(text(denied, EXPIRES)).durable(EXPIRES);
        SignIn perhaps = signIn(Fate.DENYING);
        perhaps.stranger(text(perhaps, EXPIRES));

        assertThat(denied.asked().ends()).containsExactly(DENIED);
        assertThat(perhaps.asked().ends()).containsExactlyInAnyOrder(DENIED, EXPIRED);
    }

    @Test
    void withoutATextAChallengeExpiresAndOneThatCameTooLateForItsCodeIsDenied() {
        assertThat(signIn(Fate.SILENT).asked().ends()).containsExactly(EXPIRED);
        assertThat(signIn(Fate.WRONG).asked().ends()).containsExactly(EXPIRED);
        assertThat(signIn(Fate.TAKEN).asked().ends()).containsExactly(DENIED);
    }

    private SignIn signIn(Fate fate) {
        WaitToken token = draws.token();
        return new SignIn(
                fate,
                events.created(
                        draws.challenge(),
                        draws.party().id(),
                        draws.code(),
                        draws.number(),
                        token.hash(),
                        CREATED,
                        VALIDITY),
                token);
    }

    private InboundSmsReceived text(SignIn signIn, Instant at) {
        return events.text("text", Objects.requireNonNull(signIn.created().msisdn()), signIn.code(), at);
    }
}
