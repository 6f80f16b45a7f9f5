/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.event.WebhookScheduled;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.OutcomeId;
import io.uptext.contracts.vocabulary.OutcomeStatus;
import io.uptext.contracts.vocabulary.WebhookId;
import io.uptext.notifier.delivery.book.Backoff;
import io.uptext.notifier.delivery.book.DeliveryBook;
import io.uptext.notifier.delivery.book.Rules;
import io.uptext.notifier.webhook.Attempt;
import io.uptext.notifier.webhook.Sender;
import io.uptext.notifier.webhook.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class CourierTests {

    private final VirtualTime time = new VirtualTime(Simulation.START);
    private final VirtualLog log = new VirtualLog(time);
    private final Random random = new Random(5);
    private final List<String> taken = new ArrayList<>();

    @Test
    void a_sender_that_throws_takes_no_place_for_ever_and_delays_no_other() {
        List<WebhookScheduled> scheduled = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            scheduled.add(scheduled());
        }
        log.records.addAll(scheduled);
        Rules rules = new Rules(Duration.ofHours(24), new Backoff(DeliverySettings.BACKOFF), 8, 1000);
        new VirtualInstance(time, log, new DeliveryBook(rules, random), new Throwing()).start(0);
        time.passUntil(Simulation.START.plus(Duration.ofMinutes(10)));
        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(scheduled.stream()
                        .map(each -> each.notice().id().value())
                        .toList());
    }

    private WebhookScheduled scheduled() {
        OutcomeId id = new OutcomeId("out_" + ChallengeId.random(random).value().substring("chl_".length()));
        OutcomeNotice notice = new OutcomeNotice(
                id, OutcomeStatus.CONFIRMED, ChallengeId.random(random), Simulation.ILL, null, time.instant());
        return WebhookScheduled.of(notice, new WebhookId("login"), time.instant());
    }

    /** The first ten times. */
    private final class Throwing implements Sender {

        private int asked;

        @Override
        public boolean canSign(Target target) {
            return true;
        }

        @Override
        public CompletionStage<Attempt> send(Target target, String id, byte[] body) {
            if (asked++ < 10) {
                throw new IllegalStateException("a mistake");
            }
            taken.add(id);
            return CompletableFuture.completedStage(new Attempt.Delivered(204));
        }
    }
}
