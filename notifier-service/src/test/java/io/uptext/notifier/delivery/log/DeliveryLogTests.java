/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.event.WebhookAttempted;
import io.uptext.contracts.event.WebhookKept;
import io.uptext.contracts.event.WebhookReplayRequested;
import io.uptext.contracts.event.WebhookScheduled;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.DeliveryFlaw;
import io.uptext.contracts.vocabulary.DeliveryResult;
import io.uptext.contracts.vocabulary.KeptReason;
import io.uptext.contracts.vocabulary.OutcomeId;
import io.uptext.contracts.vocabulary.OutcomeStatus;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeliveryLogTests {

    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final RelyingPartyId ACME = new RelyingPartyId("acme");
    private static final RelyingPartyId BANK = new RelyingPartyId("bank");
    private static final WebhookId LOGIN = new WebhookId("login");

    private final Random random = new Random(3);
    private final DeliveryLog log = new DeliveryLog(Duration.ofHours(24));

    @Test
    void a_delivery_goes_from_waiting_to_kept_and_by_a_replay_back() {
        WebhookScheduled scheduled = schedule(ACME, START);
        assertThat(seen(scheduled).status()).isEqualTo(DeliveryStatus.WAITING);
        attempt(scheduled, DeliveryResult.RETRYING);
        assertThat(seen(scheduled).status()).isEqualTo(DeliveryStatus.WAITING);
        log.apply(new WebhookKept(
                scheduled.deliveryId(), scheduled.challengeId(), ACME, LOGIN, KeptReason.TOO_MANY_WAITING, START));
        assertThat(seen(scheduled).keptReason()).isEqualTo(KeptReason.TOO_MANY_WAITING);
        log.apply(WebhookReplayRequested.of(scheduled.notice(), LOGIN, START.plusSeconds(60)));
        assertThat(seen(scheduled).status()).isEqualTo(DeliveryStatus.WAITING);
        attempt(scheduled, DeliveryResult.DELIVERED);
        assertThat(seen(scheduled).status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(seen(scheduled).attemptCount()).isEqualTo(2);
        assertThat(log.of(BANK).find(scheduled.deliveryId())).isEmpty();
    }

    @Test
    void a_schedule_that_is_written_again_changes_nothing() {
        WebhookScheduled scheduled = schedule(ACME, START);
        attempt(scheduled, DeliveryResult.DELIVERED);
        log.apply(scheduled);
        assertThat(seen(scheduled).status()).isEqualTo(DeliveryStatus.DELIVERED);
    }

    @Test
    void what_ended_first_is_forgotten_first_and_what_waits_is_not() {
        WebhookScheduled waiting = schedule(ACME, START);
        WebhookScheduled first = schedule(ACME, START.plusSeconds(1));
        attempt(first, DeliveryResult.DELIVERED);
        for (int i = 0; i < 1000; i++) {
            attempt(schedule(ACME, START.plusSeconds(2 + i)), DeliveryResult.DELIVERED);
        }
        assertThat(log.of(ACME).find(first.deliveryId())).isEmpty();
        assertThat(log.of(ACME).find(waiting.deliveryId())).isPresent();
        assertThat(log.of(ACME).after(null, 2000)).hasSize(1001);
        log.forgetBefore(START.plus(Duration.ofDays(2)));
        assertThat(log.of(ACME).after(null, 2000))
                .extracting(LoggedDelivery::id)
                .containsExactly(waiting.deliveryId());
    }

    @Test
    void a_page_goes_on_where_the_one_before_has_ended() {
        WebhookScheduled older = schedule(ACME, START);
        WebhookScheduled newer = schedule(ACME, START.plusSeconds(1));
        assertThat(log.of(ACME).after(null, 1)).extracting(LoggedDelivery::id).containsExactly(newer.deliveryId());
        assertThat(log.of(ACME).after(seen(newer).place(), 5))
                .extracting(LoggedDelivery::id)
                .containsExactly(older.deliveryId());
    }

    private LoggedDelivery seen(WebhookScheduled scheduled) {
        return log.of(ACME).find(scheduled.deliveryId()).orElseThrow();
    }

    private WebhookScheduled schedule(RelyingPartyId party, Instant at) {
        OutcomeId id = new OutcomeId("out_" + ChallengeId.random(random).value().substring("chl_".length()));
        OutcomeNotice notice =
                new OutcomeNotice(id, OutcomeStatus.CONFIRMED, ChallengeId.random(random), party, null, at);
        WebhookScheduled scheduled = WebhookScheduled.of(notice, LOGIN, at);
        log.apply(scheduled);
        return scheduled;
    }

    private void attempt(WebhookScheduled of, DeliveryResult result) {
        boolean isDelivered = result == DeliveryResult.DELIVERED;
        log.apply(new WebhookAttempted(
                of.deliveryId(),
                of.challengeId(),
                of.relyingParty(),
                LOGIN,
                1,
                result,
                isDelivered ? 204 : 500,
                isDelivered ? null : DeliveryFlaw.STATUS,
                isDelivered ? null : START.plusSeconds(5),
                START));
    }
}
