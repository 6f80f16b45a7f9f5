/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.load;

import io.uptext.chaos.promise.Asked;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.Validity;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.platform.view.ChallengeStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the load did to one challenge, and what Kafka has of it; from that follows how it must end. */
final class SignIn {

    private final Fate fate;
    private final ChallengeCreated created;
    private final WaitToken token;
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final List<Answer> strangers = new CopyOnWriteArrayList<>();
    private volatile @Nullable Instant createdDurably;
    private volatile @Nullable Instant cancelledDurably;

    SignIn(Fate fate, ChallengeCreated created, WaitToken token) {
        this.fate = fate;
        this.created = created;
        this.token = token;
    }

    WaitToken token() {
        return token;
    }

    ChallengeCreated created() {
        return created;
    }

    ChallengeCode code() {
        return created.code();
    }

    Instant expiresAt() {
        return created.expiresAt();
    }

    boolean isInKafka() {
        return createdDurably != null;
    }

    void createdDurably(Instant at) {
        createdDurably = at;
    }

    void cancelledDurably(Instant at) {
        cancelledDurably = at;
    }

    /** Notes a message of another phone that is about to be written. */
    Answer stranger(InboundSmsReceived sms) {
        Answer answer = new Answer(sms);
        strangers.add(answer);
        return answer;
    }

    boolean hasStrangerInKafka() {
        return strangers.stream().anyMatch(each -> each.durableAt != null);
    }

    /** Notes a message of the right phone that is about to be written. */
    Answer answer(InboundSmsReceived sms) {
        Answer answer = new Answer(sms);
        answers.add(answer);
        return answer;
    }

    Asked asked() {
        List<Answer> inTime = inTime(answers);
        @Nullable Instant answered = firstDurable(inTime);
        @Nullable Instant challenged = createdDurably;
        return new Asked(
                created.challengeId(),
                fate.name(),
                Objects.requireNonNull(created.msisdn()),
                created.createdAt(),
                ends(inTime, answered),
                inTime.stream().map(each -> each.sms.messageId()).collect(Collectors.toSet()),
                challenged == null || answered == null || challenged.isBefore(answered) ? answered : challenged);
    }

    private List<Answer> inTime(List<Answer> all) {
        return all.stream()
                .filter(each -> created.validity().covers(each.sms.receivedAt()))
                .toList();
    }

    private static @Nullable Instant firstDurable(List<Answer> all) {
        return all.stream()
                .map(each -> each.durableAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Set<ChallengeStatus> ends(List<Answer> inTime, @Nullable Instant answered) {
        return switch (fate) {
            case TAKEN -> Set.of(ChallengeStatus.DENIED);
            case CANCELLED -> {
                @Nullable Instant cancelled = cancelledDurably;
                // A relying party whose wish came to Kafka only after the end has two answers that are right.
                yield cancelled != null && !cancelled.isAfter(created.expiresAt())
                        ? Set.of(ChallengeStatus.CANCELLED)
                        : Set.of(ChallengeStatus.CANCELLED, ChallengeStatus.EXPIRED);
            }
            case DENYING -> byTexts(ChallengeStatus.DENIED, inTime(strangers), firstDurable(inTime(strangers)) != null);
            case OVERTAKING -> byTexts(ChallengeStatus.CONFIRMED, inTime, answered != null && !isLeftBehind(answered));
            case RIGHT, WRONG_THEN_RIGHT, WRONG, SILENT, LATE, RIGHT_TWICE, SAME_TWICE, SHARED, NOBODY ->
                byTexts(ChallengeStatus.CONFIRMED, inTime, answered != null);
        };
    }

    /** What Kafka never acknowledged it may have all the same. */
    private static Set<ChallengeStatus> byTexts(ChallengeStatus end, List<Answer> inTime, boolean surely) {
        if (surely) {
            return Set.of(end);
        }
        return inTime.isEmpty() ? Set.of(ChallengeStatus.EXPIRED) : Set.of(end, ChallengeStatus.EXPIRED);
    }

    /** Whether the text waited in vain: a challenge that an outage kept back for so long is a new one to it. */
    private boolean isLeftBehind(Instant answered) {
        @Nullable Instant challenged = createdDurably;
        return challenged == null || challenged.isAfter(answered.plus(Validity.CLOCK_TOLERANCE));
    }

    /** A message with the code. */
    static final class Answer {
        private final InboundSmsReceived sms;
        private volatile @Nullable Instant durableAt;

        private Answer(InboundSmsReceived sms) {
            this.sms = sms;
        }

        void durable(Instant at) {
            durableAt = at;
        }
    }
}
