/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.event.WebhookScheduled;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.OutcomeId;
import io.uptext.contracts.vocabulary.OutcomeStatus;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.WebhookId;
import io.uptext.notifier.delivery.VirtualTarget.Illness;
import io.uptext.notifier.delivery.VirtualTarget.Request;
import io.uptext.notifier.delivery.book.Backoff;
import io.uptext.notifier.delivery.book.DeliveryBook;
import io.uptext.notifier.delivery.book.OneLane;
import io.uptext.notifier.delivery.book.Rules;
import io.uptext.notifier.webhook.Attempt;
import io.uptext.notifier.webhook.Sender;
import io.uptext.notifier.webhook.Target;
import io.uptext.platform.json.NoticeJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletionStage;

/**
 * Twenty minutes of virtual time in which five relying parties are told of outcomes, and the first of them is ill for ten. The
 * same seed is the same twenty minutes.
 */
final class Simulation {

    static final Instant START = Instant.parse("2026-11-24T08:00:00.000Z");
    static final Instant ILL_FROM = START.plus(Duration.ofMinutes(2));
    static final Instant ILL_UNTIL = ILL_FROM.plus(Duration.ofMinutes(10));
    static final Instant LAST = START.plus(Duration.ofMinutes(15));
    static final Instant END = START.plus(Duration.ofMinutes(20));

    static final RelyingPartyId ILL = new RelyingPartyId("ill");
    private static final List<RelyingPartyId> WELL = List.of("well-1", "well-2", "well-3", "well-4").stream()
            .map(RelyingPartyId::new)
            .toList();
    private static final WebhookId HOOK = new WebhookId("login");
    private static final Duration USUAL_PAUSE = Duration.ofMillis(150);
    private static final int ONE_IN_TEN = 10;

    /** A mistake that the checks have to find. */
    enum Mutant {
        NONE,
        ONE_LANE,
        NEW_ID_EACH_TIME,
        READS_FROM_THE_END
    }

    private final VirtualTime time = new VirtualTime(START);
    private final VirtualLog log = new VirtualLog(time);
    private final Map<RelyingPartyId, VirtualTarget> targets = new LinkedHashMap<>();
    private final List<WebhookScheduled> scheduled = new ArrayList<>();
    private final Random random;
    private final Mutant mutant;
    private int sent;
    private VirtualInstance instance;

    Simulation(long seed, Illness illness, Mutant mutant) {
        this.random = new Random(seed);
        this.mutant = mutant;
        this.instance = instance();
        targets.put(ILL, new VirtualTarget(time, new Random(seed), illness, ILL_FROM, ILL_UNTIL));
        WELL.forEach(each ->
                targets.put(each, new VirtualTarget(time, new Random(seed), Illness.NONE, ILL_FROM, ILL_UNTIL)));
        targets.keySet().forEach(party -> arrivals(party, new Random(seed + party.hashCode())));
    }

    private VirtualInstance instance() {
        Rules rules = new Rules(Duration.ofHours(24), new Backoff(DeliverySettings.BACKOFF), 8, 100_000);
        Random jitter = new Random(random.nextLong());
        DeliveryBook book = mutant == Mutant.ONE_LANE ? OneLane.book(rules, jitter) : new DeliveryBook(rules, jitter);
        return new VirtualInstance(time, log, book, new Sender() {

            @Override
            public boolean canSign(Target target) {
                return true;
            }

            @Override
            public CompletionStage<Attempt> send(Target target, String id, byte[] body) {
                sent++;
                String said = mutant == Mutant.NEW_ID_EACH_TIME ? id + sent : id;
                return Objects.requireNonNull(targets.get(target.relyingParty()))
                        .ask(said, new String(body, UTF_8));
            }
        });
    }

    private void arrivals(RelyingPartyId party, Random draw) {
        for (Instant at = START; at.isBefore(LAST); at = at.plusMillis(draw.nextLong(2 * USUAL_PAUSE.toMillis()))) {
            ChallengeId challenge = ChallengeId.random(draw);
            schedule(party, challenge, OutcomeStatus.CONFIRMED, at, draw);
            if (draw.nextInt(ONE_IN_TEN) == 0) {
                schedule(party, challenge, OutcomeStatus.CANCELLED, at.plusMillis(draw.nextLong(2000)), draw);
            }
        }
    }

    private void schedule(RelyingPartyId party, ChallengeId challenge, OutcomeStatus status, Instant at, Random draw) {
        OutcomeId id = new OutcomeId("out_" + ChallengeId.random(draw).value().substring("chl_".length()));
        WebhookScheduled event =
                WebhookScheduled.of(new OutcomeNotice(id, status, challenge, party, null, at), HOOK, at);
        scheduled.add(event);
        time.at(at, () -> log.publish(event));
        if (draw.nextInt(ONE_IN_TEN) == 0) {
            time.at(at.plusMillis(draw.nextLong(500)), () -> log.publish(event));
        }
    }

    /**
     * Lets all of it happen.
     *
     * @param deaths how often the instance dies, each time in another part of these minutes
     */
    Simulation run(int deaths) {
        instance.start(0);
        for (int i = 0; i < deaths; i++) {
            long share = Duration.between(START, END).toMillis() / deaths;
            time.at(START.plusMillis(i * share + random.nextLong(share)), this::succeed);
        }
        time.passUntil(END);
        return this;
    }

    private void succeed() {
        instance.die();
        instance = instance();
        instance.start(mutant == Mutant.READS_FROM_THE_END ? log.records.size() : log.committed);
    }

    int requestsWhileIll() {
        return (int) target(ILL).requests.stream()
                .filter(each -> !each.began().isBefore(ILL_FROM.plusSeconds(30))
                        && each.began().isBefore(ILL_UNTIL))
                .count();
    }

    VirtualTarget target(RelyingPartyId party) {
        return Objects.requireNonNull(targets.get(party));
    }

    /** Every event is taken at least once, by the same id and with the same body each time, in the order of its challenge. */
    void assertPromises() {
        targets.forEach((party, target) -> {
            Map<String, Instant> taken = new HashMap<>();
            Map<String, Instant> began = new HashMap<>();
            Map<String, String> bodies = new HashMap<>();
            for (Request request : target.requests) {
                if (request.taken()) {
                    taken.merge(request.id(), request.answered(), (one, other) -> one.isBefore(other) ? one : other);
                }
                began.merge(request.id(), request.began(), (one, other) -> one.isBefore(other) ? one : other);
                assertThat(bodies.merge(request.id(), request.body(), (one, _) -> one))
                        .isEqualTo(request.body());
            }
            Map<ChallengeId, Instant> before = new HashMap<>();
            List<WebhookScheduled> ofParty = scheduled.stream()
                    .filter(each -> each.relyingParty().equals(party))
                    .toList();
            for (WebhookScheduled each : ofParty) {
                String id = each.notice().id().value();
                assertThat(taken).as("what %s has taken", party).containsKey(id);
                assertThat(bodies).containsEntry(id, new String(NoticeJson.body(each.notice()), UTF_8));
                Instant first = Objects.requireNonNull(began.get(id));
                assertThat(first)
                        .as("%s begins when what was before it is taken", id)
                        .isAfterOrEqualTo(before.getOrDefault(each.challengeId(), Instant.MIN));
                before.put(each.challengeId(), Objects.requireNonNull(taken.get(id)));
            }
            assertThat(taken).hasSameSizeAs(ofParty);
        });
    }

    /** From when an outcome was written to when the last of a hundred is taken, by those who are well. */
    Duration p99OfTheWell() {
        Map<String, Instant> since = new HashMap<>();
        scheduled.forEach(each -> since.put(each.notice().id().value(), each.scheduledAt()));
        List<Duration> latencies = WELL.stream()
                .flatMap(party -> target(party).requests.stream())
                .filter(Request::taken)
                .map(each -> Duration.between(since.getOrDefault(each.id(), START), each.answered()))
                .sorted()
                .toList();
        return latencies.get(latencies.size() * 99 / 100);
    }
}
