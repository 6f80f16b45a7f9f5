/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import io.uptext.contracts.event.DeliveryEvent;
import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.event.WebhookAttempted;
import io.uptext.contracts.event.WebhookKept;
import io.uptext.contracts.event.WebhookReplayRequested;
import io.uptext.contracts.event.WebhookScheduled;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.OutcomeId;
import io.uptext.contracts.vocabulary.OutcomeStatus;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.WebhookId;
import io.uptext.notifier.webhook.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A book with a log of its own, and a hand that writes down what it wants told. */
final class BookOnPaper {

    static final Instant START = Instant.parse("2026-11-24T08:00:00.000Z");
    static final Endpoint ACME = endpoint("acme");
    static final Duration USEFUL = Duration.ofHours(24);

    private static final Backoff BACKOFF = new Backoff(List.of(Duration.ofSeconds(10), Duration.ofMinutes(10)));

    final Random random = new Random(7);
    final List<DeliveryEvent> log = new ArrayList<>();
    DeliveryBook book;
    Instant now = START;
    Standing standing = new Standing.Ready();
    private final Rules rules;

    BookOnPaper(int mostAtOnce, int mostWaiting) {
        rules = new Rules(USEFUL, BACKOFF, mostAtOnce, mostWaiting);
        book = new DeliveryBook(rules, random);
        book.begin(0, 0);
        book.becomeCurrent(0, now);
    }

    static Endpoint endpoint(String party) {
        return new Endpoint(new RelyingPartyId(party), new WebhookId("login"));
    }

    /** Another instance, which reads from where this one says. */
    void takeOver() {
        long from = book.lowWater(0).orElseThrow();
        book = new DeliveryBook(rules, random);
        book.begin(0, from);
        for (int i = (int) from; i < log.size(); i++) {
            book.apply(0, i, log.get(i), now);
        }
        book.becomeCurrent(0, now);
    }

    OutcomeNotice notice(Endpoint endpoint, ChallengeId challenge) {
        OutcomeId id = new OutcomeId("out_" + ChallengeId.random(random).value().substring("chl_".length()));
        return new OutcomeNotice(id, OutcomeStatus.CONFIRMED, challenge, endpoint.relyingParty(), null, now);
    }

    OutcomeNotice schedule(Endpoint endpoint) {
        return schedule(endpoint, ChallengeId.random(random));
    }

    OutcomeNotice schedule(Endpoint endpoint, ChallengeId challenge) {
        OutcomeNotice notice = notice(endpoint, challenge);
        write(WebhookScheduled.of(notice, endpoint.webhook(), now));
        return notice;
    }

    void replay(OutcomeNotice notice) {
        write(WebhookReplayRequested.of(notice, ACME.webhook(), now));
    }

    void write(DeliveryEvent event) {
        log.add(event);
        book.apply(0, log.size() - 1, event, now);
    }

    /** What is to be attempted now; what is to be told is told. */
    List<Step.Ask> asks() {
        List<Step.Ask> asks = new ArrayList<>();
        for (Step step : book.due(now, _ -> standing, Integer.MAX_VALUE)) {
            switch (step) {
                case Step.Ask ask -> asks.add(ask);
                case Step.Tell(DeliveryEvent event) -> tell(event);
            }
        }
        return asks;
    }

    Step.Ask ask() {
        List<Step.Ask> asks = asks();
        if (asks.size() != 1) {
            throw new AssertionError("not one attempt but " + asks.size());
        }
        return asks.getFirst();
    }

    WebhookAttempted ends(Step.Ask ask, Attempt attempt) {
        WebhookAttempted said = book.finished(ask, attempt, now).orElseThrow();
        tell(said);
        return said;
    }

    void tell(DeliveryEvent event) {
        write(event);
        book.told(event, now);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    List<WebhookKept> kept() {
        return log.stream()
                .filter(WebhookKept.class::isInstance)
                .map(WebhookKept.class::cast)
                .toList();
    }
}
