/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.load;

import io.uptext.chaos.load.SignIn.Answer;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.WaitToken;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays sign-ins: draws a fate for each, and does what it says at its time. */
final class Script {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Events events;
    private final Draws draws;
    private final Post post;
    private final Clock clock;
    private final LoadSettings settings;
    private final Pages pages;
    private final Queue<SignIn> signIns = new ConcurrentLinkedQueue<>();
    private final AtomicInteger texts = new AtomicInteger();
    private final AtomicInteger nobodys = new AtomicInteger();

    Script(LoadSettings settings, Draws draws, Post post, Pages pages, Clock clock) {
        this.settings = settings;
        this.events = new Events(settings.pepper());
        this.draws = draws;
        this.post = post;
        this.pages = pages;
        this.clock = clock;
    }

    /** Those whose challenge was written, or is about to be written again. */
    List<SignIn> signIns() {
        return List.copyOf(signIns);
    }

    /** How many texts had nobody's code. */
    int nobodys() {
        return nobodys.get();
    }

    /** Begins one. All that is random is drawn now, on the one thread that calls this. */
    void begin() {
        Fate fate = draws.fate();
        if (fate == Fate.NOBODY) {
            nobodys.incrementAndGet();
            nobodys(text(draws.number(), draws.code()));
            return;
        }
        Duration validity = draws.between(settings.shortestValidity(), settings.longestValidity());
        SignIn signIn = signIn(fate, draws.code(), validity);
        Duration soon = draws.millis(100, 900);
        Duration inTime = draws.millis(1_000, Math.min(settings.slowestText().toMillis(), validity.toMillis() - 500));
        switch (fate) {
            case RIGHT -> {
                create(signIn);
                post.later(inTime, () -> right(signIn));
            }
            case WRONG_THEN_RIGHT -> {
                create(signIn);
                wrongLater(soon, signIn);
                post.later(inTime, () -> right(signIn));
            }
            case DENYING -> {
                create(signIn);
                wrongLater(soon, signIn);
                post.later(inTime, () -> rightBehindStranger(signIn));
            }
            case WRONG -> {
                create(signIn);
                wrongLater(soon, signIn);
            }
            case SILENT -> create(signIn);
            case CANCELLED -> {
                create(signIn);
                post.later(soon, () -> cancel(signIn));
            }
            case LATE -> {
                create(signIn);
                post.later(validity.plus(soon), () -> right(signIn));
            }
            case RIGHT_TWICE -> {
                create(signIn);
                post.later(soon, () -> right(signIn));
                post.later(inTime, () -> right(signIn));
            }
            case SAME_TWICE -> {
                create(signIn);
                post.later(
                        inTime,
                        () -> onceAsked(signIn, () -> {
                            InboundSmsReceived sms = rightText(signIn);
                            answer(signIn, sms);
                            answer(signIn, sms);
                        }));
            }
            case OVERTAKING -> {
                answer(signIn, rightText(signIn));
                post.later(draws.millis(2, 80), () -> create(signIn));
            }
            case SHARED -> {
                SignIn second = signIn(Fate.TAKEN, signIn.code(), validity);
                create(signIn);
                post.later(soon, () -> take(signIn, second));
                post.later(inTime, () -> right(signIn));
            }
            case TAKEN, NOBODY -> throw new IllegalStateException("not a fate that is drawn for a challenge");
        }
    }

    private SignIn signIn(Fate fate, ChallengeCode code, Duration validity) {
        WaitToken token = draws.token();
        ChallengeCreated created = events.created(
                draws.challenge(), draws.party().id(), code, draws.number(), token.hash(), clock.instant(), validity);
        return new SignIn(fate, fate == Fate.DENYING ? events.denying(created) : created, token);
    }

    /** Only behind the first in the log is the second the one that comes too late for the code. */
    private void take(SignIn first, SignIn second) {
        if (first.isInKafka()) {
            create(second);
        }
    }

    private void create(SignIn signIn) {
        signIns.add(signIn);
        post.write(signIn.created(), events.key(signIn.code()).value(), at -> {
            signIn.createdDurably(at);
            pages.open(signIn.created(), signIn.token());
        });
    }

    /** Nobody sees a code, or can give up, before Kafka has the challenge. */
    private void onceAsked(SignIn signIn, Runnable step) {
        if (signIn.isInKafka()) {
            step.run();
        } else {
            post.later(LOOK_AGAIN, () -> onceAsked(signIn, step));
        }
    }

    private void cancel(SignIn signIn) {
        onceAsked(
                signIn,
                () -> post.write(
                        events.cancelled(signIn.created(), clock.instant()),
                        events.key(signIn.code()).value(),
                        signIn::cancelledDurably));
    }

    private void wrongLater(Duration delay, SignIn signIn) {
        Msisdn stranger = draws.number();
        post.later(delay, () -> onceAsked(signIn, () -> wrong(signIn, text(stranger, signIn.code()))));
    }

    private void wrong(SignIn signIn, InboundSmsReceived sms) {
        Answer stranger = signIn.stranger(sms);
        post.write(
                sms,
                events.key(signIn.code()).value(),
                stranger::durable,
                () -> wrong(signIn, events.redelivered(sms, clock.instant())));
    }

    /** Only behind the stranger's text in the log is the right one the one that comes too late. */
    private void rightBehindStranger(SignIn signIn) {
        if (signIn.hasStrangerInKafka()) {
            right(signIn);
        }
    }

    private void right(SignIn signIn) {
        onceAsked(signIn, () -> answer(signIn, rightText(signIn)));
    }

    private InboundSmsReceived rightText(SignIn signIn) {
        return text(Objects.requireNonNull(signIn.created().msisdn()), signIn.code());
    }

    private void answer(SignIn signIn, InboundSmsReceived sms) {
        Answer answer = signIn.answer(sms);
        post.write(
                sms,
                events.key(signIn.code()).value(),
                answer::durable,
                () -> answer(signIn, events.redelivered(sms, clock.instant())));
    }

    private InboundSmsReceived text(Msisdn sender, ChallengeCode code) {
        return events.text("text-" + texts.incrementAndGet(), sender, code, clock.instant());
    }

    private void nobodys(InboundSmsReceived sms) {
        post.write(
                sms,
                events.key(Objects.requireNonNull(sms.code())).value(),
                _ -> {},
                () -> nobodys(events.redelivered(sms, clock.instant())));
    }
}
