/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.esme.LinkCheck.Step;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A link is asked after a silence, and given up after two questions that nobody answers. */
class LinkCheckTests {

    private static final Duration SILENCE = Duration.ofSeconds(30);

    /** It goes over the end of a long meanwhile, as {@link System#nanoTime} may. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);

    private final LinkCheck link = new LinkCheck(SILENCE, now::get);

    @Test
    void afterASilenceAndNotBeforeItIsAsked() {
        assertThat(link.step()).isEqualTo(Step.WAIT);
        pass(SILENCE.minusNanos(1));
        assertThat(link.step()).isEqualTo(Step.WAIT);
        pass(Duration.ofNanos(1));
        assertThat(link.step()).isEqualTo(Step.ASK);
    }

    @Test
    void afterTwoQuestionsWithoutAnAnswerItIsGivenUp() {
        pass(SILENCE);
        assertThat(link.step()).isEqualTo(Step.ASK);
        link.ask(1);
        pass(SILENCE);
        assertThat(link.step()).isEqualTo(Step.ASK);
        link.ask(2);
        pass(SILENCE);
        assertThat(link.step()).isEqualTo(Step.GIVE_UP);
    }

    @Test
    void whateverIsHeardMakesUpForTheSilence() {
        pass(SILENCE);
        link.ask(1);
        pass(SILENCE);
        link.ask(2);
        link.heard();
        assertThat(link.step()).isEqualTo(Step.WAIT);

        pass(SILENCE);
        assertThat(link.step()).isEqualTo(Step.ASK);
        link.ask(3);
        pass(SILENCE);
        assertThat(link.step()).as("counted anew").isEqualTo(Step.ASK);
    }

    @Test
    void anAnswerTellsHowLongItTook() {
        link.ask(7);
        pass(Duration.ofMillis(12));

        assertThat(link.answered(7)).hasValue(Duration.ofMillis(12).toNanos());
    }

    @Test
    void onlyTheFirstAnswerToTheLastQuestionTells() {
        assertThat(link.answered(0)).as("before any question").isEmpty();
        link.ask(7);
        link.ask(8);
        pass(Duration.ofMillis(1));

        assertThat(link.answered(7)).as("an earlier question").isEmpty();
        assertThat(link.answered(9)).as("another question").isEmpty();
        assertThat(link.answered(8)).isPresent();
        assertThat(link.answered(8)).as("a second answer").isEmpty();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
