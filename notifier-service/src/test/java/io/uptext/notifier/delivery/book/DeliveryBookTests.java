/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import static io.uptext.notifier.delivery.book.BookOnPaper.ACME;
import static io.uptext.notifier.delivery.book.BookOnPaper.USEFUL;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.event.WebhookAttempted;
import io.uptext.contracts.event.WebhookKept;
import io.uptext.contracts.event.WebhookScheduled;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.DeliveryFlaw;
import io.uptext.contracts.vocabulary.DeliveryId;
import io.uptext.contracts.vocabulary.DeliveryResult;
import io.uptext.contracts.vocabulary.KeptReason;
import io.uptext.notifier.webhook.Attempt;
import io.uptext.notifier.webhook.Flaw;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryBookTests {

    private static final Attempt TAKEN = new Attempt.Delivered(204);
    private static final Attempt ERROR = new Attempt.Refused(500, null);

    private final BookOnPaper paper = new BookOnPaper(8, 1000);

    @Test
    void what_is_scheduled_is_attempted_at_once_and_only_once_if_it_is_taken() {
        OutcomeNotice notice = paper.schedule(ACME);
        Step.Ask ask = paper.ask();
        assertThat(ask.notice()).isEqualTo(notice);
        assertThat(paper.asks()).isEmpty();
        assertThat(paper.ends(ask, TAKEN)).satisfies(said -> {
            assertThat(said.result()).isEqualTo(DeliveryResult.DELIVERED);
            assertThat(said.httpStatus()).isEqualTo(204);
            assertThat(said.attempt()).isOne();
        });
        paper.write(WebhookScheduled.of(notice, ACME.webhook(), notice.occurredAt()));
        paper.pass(USEFUL);
        assertThat(paper.asks()).isEmpty();
    }

    @Test
    void what_is_not_taken_is_attempted_again_after_a_pause_that_grows() {
        paper.schedule(ACME);
        WebhookAttempted first = paper.ends(paper.ask(), ERROR);
        assertThat(first.result()).isEqualTo(DeliveryResult.RETRYING);
        assertThat(first.flaw()).isEqualTo(DeliveryFlaw.STATUS);
        assertThat(Duration.between(paper.now, requireNonNull(first.nextAttemptAt())))
                .isBetween(Duration.ofMillis(7500), Duration.ofMillis(12_500));
        paper.pass(Duration.ofSeconds(7));
        assertThat(paper.asks()).isEmpty();
        paper.pass(Duration.ofSeconds(6));
        WebhookAttempted second = paper.ends(paper.ask(), new Attempt.Failed(Flaw.TIMEOUT));
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.flaw()).isEqualTo(DeliveryFlaw.TIMEOUT);
        assertThat(Duration.between(paper.now, requireNonNull(second.nextAttemptAt())))
                .isBetween(Duration.ofSeconds(450), Duration.ofSeconds(750));
    }

    @Test
    void a_redirect_is_no_delivery() {
        paper.schedule(ACME);
        assertThat(paper.ends(paper.ask(), new Attempt.Refused(302, null)).flaw())
                .isEqualTo(DeliveryFlaw.REDIRECTED);
    }

    @Test
    void an_endpoint_that_wants_to_be_left_alone_is_and_its_other_deliveries_wait_as_well() {
        paper.schedule(ACME);
        WebhookAttempted said = paper.ends(paper.ask(), new Attempt.Refused(429, Duration.ofMinutes(5)));
        assertThat(said.nextAttemptAt()).isEqualTo(paper.now.plus(Duration.ofMinutes(5)));
        paper.schedule(ACME);
        assertThat(paper.asks()).isEmpty();
        paper.schedule(BookOnPaper.endpoint("other"));
        assertThat(paper.asks()).hasSize(1);
        paper.pass(Duration.ofMinutes(5));
        assertThat(paper.asks()).as("one probe").hasSize(1);
    }

    @Test
    void who_wants_to_be_left_alone_for_longer_than_an_event_is_useful_does_not_get_it() {
        paper.schedule(ACME);
        paper.pass(Duration.ofHours(1));
        WebhookAttempted said = paper.ends(paper.ask(), new Attempt.Refused(503, Duration.ofDays(1)));
        assertThat(said.result()).isEqualTo(DeliveryResult.KEPT);
        assertThat(said.nextAttemptAt()).isNull();
    }

    @Test
    void an_endpoint_that_fails_is_asked_by_one_and_by_two_when_it_is_back_and_then_by_more() {
        for (int i = 0; i < 40; i++) {
            paper.schedule(ACME);
        }
        List<Step.Ask> asks = paper.asks();
        assertThat(asks).hasSize(8);
        asks.forEach(ask -> paper.ends(ask, ERROR));
        assertThat(paper.asks()).isEmpty();
        paper.pass(Duration.ofMinutes(1));
        Step.Ask probe = paper.ask();
        paper.ends(probe, TAKEN);
        List<Step.Ask> two = paper.asks();
        assertThat(two).hasSize(2);
        two.forEach(ask -> paper.ends(ask, TAKEN));
        assertThat(paper.asks()).hasSize(8);
    }

    @Test
    void a_later_event_of_a_challenge_waits_until_the_earlier_is_in_the_log_as_delivered() {
        ChallengeId challenge = ChallengeId.random(paper.random);
        OutcomeNotice first = paper.schedule(ACME, challenge);
        OutcomeNotice second = paper.schedule(ACME, challenge);
        Step.Ask ask = paper.ask();
        assertThat(ask.notice()).isEqualTo(first);
        WebhookAttempted said = paper.book.finished(ask, TAKEN, paper.now).orElseThrow();
        assertThat(paper.asks()).isEmpty();
        paper.tell(said);
        assertThat(paper.ask().notice()).isEqualTo(second);
    }

    @Test
    void what_is_no_longer_useful_is_kept_and_a_replay_makes_it_useful_again() {
        paper.standing = new Standing.NotYet();
        OutcomeNotice notice = paper.schedule(ACME);
        assertThat(paper.asks()).isEmpty();
        paper.pass(USEFUL);
        assertThat(paper.asks()).isEmpty();
        assertThat(paper.kept())
                .singleElement()
                .satisfies(each -> assertThat(each.reason()).isEqualTo(KeptReason.NO_LONGER_USEFUL));
        paper.standing = new Standing.Ready();
        paper.replay(notice);
        Step.Ask ask = paper.ask();
        assertThat(ask.notice()).isEqualTo(notice);
        assertThat(ask.id()).isEqualTo(DeliveryId.of(notice.id(), notice.relyingParty(), ACME.webhook()));
        assertThat(paper.ends(ask, TAKEN).attempt()).isOne();
    }

    @Test
    void a_replay_while_the_result_is_on_its_way_to_the_log_is_done_afterwards() {
        OutcomeNotice notice = paper.schedule(ACME);
        WebhookAttempted said =
                paper.book.finished(paper.ask(), new Attempt.Gone(), paper.now).orElseThrow();
        paper.replay(notice);
        assertThat(paper.asks()).isEmpty();
        paper.tell(said);
        assertThat(paper.ask().notice()).isEqualTo(notice);
    }

    @Test
    void a_replay_of_what_waits_is_attempted_now() {
        OutcomeNotice notice = paper.schedule(ACME);
        paper.ends(paper.ask(), ERROR);
        assertThat(paper.asks()).isEmpty();
        paper.replay(notice);
        assertThat(paper.ends(paper.ask(), TAKEN).attempt()).isEqualTo(2);
    }

    @Test
    void what_is_meant_for_a_webhook_that_is_removed_or_disabled_is_kept_without_an_attempt() {
        paper.standing = new Standing.Over(KeptReason.WEBHOOK_REMOVED);
        ChallengeId challenge = ChallengeId.random(paper.random);
        paper.schedule(ACME, challenge);
        paper.schedule(ACME, challenge);
        paper.pass(Duration.ofMinutes(5));
        assertThat(paper.asks()).isEmpty();
        assertThat(paper.asks()).as("the second follows the first").isEmpty();
        assertThat(paper.kept())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.reason()).isEqualTo(KeptReason.WEBHOOK_REMOVED));
    }

    @Test
    void what_could_not_be_sent_is_no_attempt() {
        paper.schedule(ACME);
        assertThat(paper.book.finished(paper.ask(), new Attempt.Failed(Flaw.NO_SECRET), paper.now))
                .isEmpty();
        assertThat(paper.asks()).isEmpty();
        paper.pass(Duration.ofSeconds(5));
        assertThat(paper.ends(paper.ask(), TAKEN).attempt()).isOne();
    }

    @Test
    void who_has_most_waiting_loses_its_oldest_when_memory_is_full_and_nobody_else_does() {
        BookOnPaper full = new BookOnPaper(1, 10);
        full.standing = new Standing.NotYet();
        OutcomeNotice oldest = full.schedule(ACME);
        OutcomeNotice next = full.schedule(ACME);
        full.schedule(BookOnPaper.endpoint("other"));
        for (int i = 0; i < 9; i++) {
            full.schedule(ACME);
        }
        assertThat(full.asks()).isEmpty();
        assertThat(full.kept()).allSatisfy(each -> assertThat(each.reason()).isEqualTo(KeptReason.TOO_MANY_WAITING));
        assertThat(full.kept())
                .extracting(WebhookKept::challengeId)
                .containsExactly(oldest.challengeId(), next.challengeId());
    }

    @Test
    void who_takes_over_knows_what_waits_when_and_nothing_that_has_ended() {
        paper.ends(askOf(paper.schedule(ACME)), TAKEN);
        OutcomeNotice waits = paper.schedule(ACME);
        WebhookAttempted said = paper.ends(paper.ask(), ERROR);
        paper.ends(askOf(paper.schedule(ACME)), TAKEN);
        assertThat(paper.book.lowWater(0)).isEqualTo(Optional.of(2L));
        paper.takeOver();
        assertThat(paper.asks()).isEmpty();
        paper.now = requireNonNull(said.nextAttemptAt());
        Step.Ask ask = paper.ask();
        assertThat(ask.notice()).isEqualTo(waits);
        assertThat(paper.ends(ask, TAKEN).attempt()).isEqualTo(2);
        assertThat(paper.book.lowWater(0)).isEqualTo(Optional.of((long) paper.log.size()));
    }

    private Step.Ask askOf(OutcomeNotice notice) {
        Step.Ask ask = paper.ask();
        assertThat(ask.notice()).isEqualTo(notice);
        return ask;
    }

    @Test
    void nothing_is_begun_of_a_partition_that_is_given_away_and_what_is_under_way_may_end() {
        paper.schedule(ACME);
        Step.Ask underway = paper.ask();
        paper.schedule(ACME);
        paper.book.close(0);
        assertThat(paper.asks()).isEmpty();
        assertThat(paper.book.isIdle(0)).isFalse();
        WebhookAttempted said = paper.book.finished(underway, ERROR, paper.now).orElseThrow();
        assertThat(paper.book.isIdle(0)).isFalse();
        paper.book.told(said, paper.now);
        assertThat(paper.book.isIdle(0)).isTrue();
        paper.pass(Duration.ofHours(1));
        assertThat(paper.asks()).isEmpty();
    }

    @Test
    void nothing_is_attempted_before_a_partition_is_read_to_its_end() {
        paper.book.begin(1, 0);
        OutcomeNotice notice = paper.notice(ACME, ChallengeId.random(paper.random));
        paper.book.apply(1, 0, WebhookScheduled.of(notice, ACME.webhook(), paper.now), paper.now);
        assertThat(paper.asks()).isEmpty();
        paper.book.becomeCurrent(1, paper.now);
        assertThat(paper.ask().notice()).isEqualTo(notice);
    }

    @Test
    void what_is_said_to_work_again_is_asked_at_once() {
        paper.schedule(ACME);
        paper.ends(paper.ask(), new Attempt.Refused(503, Duration.ofHours(5)));
        assertThat(paper.asks()).isEmpty();
        paper.book.hurry(ACME, paper.now);
        assertThat(paper.asks()).hasSize(1);
    }
}
