/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.load;

import io.uptext.chaos.promise.Asked;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.platform.view.ChallengeStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the load did to one challenge, and what Kafka has of it; from that follows how it must end. */
final class SignIn {

    private final Fate fate;
    private final ChallengeCreated created;
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private volatile @Nullable Instant createdDurably;
    private volatile @Nullable Instant cancelledDurably;

    SignIn(Fate fate, ChallengeCreated created) {
        this.fate = fate;
        this.created = created;
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

    /** Notes a message of the right phone that is about to be written. */
    Answer answer(InboundSmsReceived sms) {
        Answer answer = new Answer(sms);
        answers.add(answer);
        return answer;
    }

    Asked asked() {
        List<Answer> inTime = answers.stream()
                .filter(each -> created.validity().covers(each.sms.receivedAt()))
                .toList();
        Optional<Instant> answered = inTime.stream()
                .map(each -> each.durableAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
        Instant challenged = createdDurably;
        @Nullable
        Instant answerable = challenged == null
                ? null
                : answered.map(at -> at.isBefore(challenged) ? challenged : at).orElse(null);
        return new Asked(
                created.challengeId(),
                fate.name(),
                Objects.requireNonNull(created.msisdn()),
                created.createdAt(),
                ends(answered.isPresent(), !inTime.isEmpty()),
                inTime.stream().map(each -> each.sms.messageId()).collect(Collectors.toSet()),
                answerable);
    }

    private Set<ChallengeStatus> ends(boolean answered, boolean perhapsAnswered) {
        return switch (fate) {
            case TAKEN -> Set.of(ChallengeStatus.DENIED);
            case CANCELLED -> {
                Instant cancelled = cancelledDurably;
                // A relying party whose wish came to Kafka only after the end has two answers that are right.
                yield cancelled != null && !cancelled.isAfter(created.expiresAt())
                        ? Set.of(ChallengeStatus.CANCELLED)
                        : Set.of(ChallengeStatus.CANCELLED, ChallengeStatus.EXPIRED);
            }
            case RIGHT, WRONG_THEN_RIGHT, WRONG, SILENT, LATE, RIGHT_TWICE, SAME_TWICE, OVERTAKING, SHARED, NOBODY -> {
                if (answered) {
                    yield Set.of(ChallengeStatus.CONFIRMED);
                }
                // What Kafka never acknowledged it may have all the same.
                yield perhapsAnswered
                        ? Set.of(ChallengeStatus.CONFIRMED, ChallengeStatus.EXPIRED)
                        : Set.of(ChallengeStatus.EXPIRED);
            }
        };
    }

    /** A message of the right phone. */
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
