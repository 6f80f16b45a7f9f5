/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import static io.uptext.notifier.delivery.book.BookOnPaper.ACME;
import static io.uptext.notifier.delivery.book.BookOnPaper.USEFUL;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.event.WebhookAttempted;
import io.uptext.contracts.event.WebhookReplayRequested;
import io.uptext.contracts.event.WebhookScheduled;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.KeptReason;
import io.uptext.notifier.webhook.Attempt;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The book when clocks, registries and owners do not agree. */
class TroubledBookTests {

    private final BookOnPaper paper = new BookOnPaper(8, 1000);

    @Test
    void a_replay_is_not_forgotten_when_the_log_brings_back_what_was_before_it() {
        OutcomeNotice notice = paper.schedule(ACME);
        WebhookAttempted said =
                paper.book.finished(paper.ask(), new Attempt.Gone(), paper.now).orElseThrow();
        paper.replay(notice);
        paper.book.told(said, paper.now);
        paper.write(said);
        assertThat(paper.ask().notice()).isEqualTo(notice);
    }

    @Test
    void a_replay_is_not_put_off_when_the_log_brings_back_what_was_before_it() {
        OutcomeNotice notice = paper.schedule(ACME);
        WebhookAttempted said = paper.book
                .finished(paper.ask(), new Attempt.Refused(500, null), paper.now)
                .orElseThrow();
        paper.replay(notice);
        paper.book.told(said, paper.now);
        paper.write(said);
        assertThat(paper.ask().notice()).isEqualTo(notice);
    }

    @Test
    void what_a_clock_that_is_ahead_has_scheduled_does_not_wait_for_its_time() {
        Instant ahead = paper.now.plus(Duration.ofHours(1));
        OutcomeNotice notice = paper.notice(ACME, ChallengeId.random(paper.random));
        paper.write(WebhookScheduled.of(notice, ACME.webhook(), ahead));
        assertThat(paper.ask().notice()).isEqualTo(notice);
        OutcomeNotice replayed = paper.notice(ACME, ChallengeId.random(paper.random));
        paper.write(WebhookReplayRequested.of(replayed, ACME.webhook(), ahead));
        assertThat(paper.ask().notice()).isEqualTo(replayed);
    }

    @Test
    void what_is_meant_for_a_webhook_that_our_registry_does_not_have_yet_waits_for_it() {
        paper.standing = new Standing.Over(KeptReason.WEBHOOK_REMOVED);
        OutcomeNotice notice = paper.schedule(ACME);
        assertThat(paper.asks()).isEmpty();
        assertThat(paper.kept()).isEmpty();
        paper.standing = new Standing.Ready();
        paper.pass(Duration.ofSeconds(5));
        assertThat(paper.ask().notice()).isEqualTo(notice);
    }

    @Test
    void what_is_no_longer_useful_is_kept_also_of_a_partition_that_came_later() {
        paper.standing = new Standing.NotYet();
        paper.schedule(ACME);
        Instant then = paper.now.minus(USEFUL).plus(Duration.ofHours(1));
        OutcomeNotice older = paper.notice(ACME, ChallengeId.random(paper.random));
        paper.book.begin(1, 0);
        paper.book.apply(1, 0, WebhookScheduled.of(older, ACME.webhook(), then), paper.now);
        paper.book.becomeCurrent(1, paper.now);
        assertThat(paper.book.backlogs())
                .singleElement()
                .satisfies(each -> assertThat(each.oldest()).isEqualTo(then));
        assertThat(paper.asks()).isEmpty();
        paper.pass(Duration.ofHours(1));
        assertThat(paper.asks()).isEmpty();
        assertThat(paper.kept())
                .singleElement()
                .satisfies(each -> assertThat(each.challengeId()).isEqualTo(older.challengeId()));
    }

    @Test
    void who_has_given_a_partition_away_tells_nothing_more_of_it() {
        BookOnPaper full = new BookOnPaper(1, 10);
        full.standing = new Standing.NotYet();
        for (int i = 0; i < 11; i++) {
            full.schedule(ACME);
        }
        full.book.drop(0);
        assertThat(full.asks()).isEmpty();
        assertThat(full.kept()).isEmpty();
    }
}
