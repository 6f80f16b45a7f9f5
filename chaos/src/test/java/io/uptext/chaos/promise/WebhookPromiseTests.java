/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import static io.uptext.platform.view.ChallengeStatus.CONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each promise to those who are called sees what a notifier would have done that breaks it. */
class WebhookPromiseTests {

    /** When the log has what {@link SmallRun#tell} was given. */
    private static final Duration TOLD = Duration.ofSeconds(1);

    private static final String PATH = Received.PATH;

    private final SmallRun run = new SmallRun(Set.of(SmallRun.PHONE.digits()), List.of());

    @Test
    void webhooksThatCameAsTheyMustKeepAllPromises() {
        OutcomeEvent acme = told();
        run.receive(received(acme).taken(false).at(5))
                .receive(received(acme).at(9))
                .receive(received(acme).at(12));
        OutcomeEvent before = of(SmallRun.GLOBEX, Duration.ZERO);
        run.receive(received(before).target(SmallRun.GLOBEX).from(Duration.ZERO).at(10))
                .outage(Duration.ofMillis(20), Duration.ofSeconds(20));
        OutcomeEvent during = of(SmallRun.GLOBEX, TOLD);
        run.receive(received(during).target(SmallRun.GLOBEX).at(40));

        Judgement judgement = Judgement.of(run.evidence(), Promise.byWebhooks(4));

        assertThat(judgement.isKept()).as(judgement.lines().toString()).isTrue();
        assertThat(judgement.lines()).hasSize(5);
    }

    @Test
    void anOutcomeThatNeverCameIsSeen() {
        OutcomeEvent lost = told();

        assertThat(broken(new EveryOutcomeIsDelivered()))
                .singleElement()
                .asString()
                .contains(lost.challengeId().value(), "never taken");
    }

    @Test
    void anOutcomeThatWasSentAndNeverTakenIsSeen() {
        run.receive(received(told()).taken(false).at(1));

        assertThat(broken(new EveryOutcomeIsDelivered())).hasSize(1);
    }

    @Test
    void anotherIdOnTheSecondAttemptIsSeen() {
        OutcomeEvent one = told();
        run.receive(received(one).at(1)).receive(received(one).id("out_other").at(2));

        assertThat(broken(new EveryAttemptIsTheSame()))
                .singleElement()
                .asString()
                .contains("out_other");
    }

    @Test
    void otherBytesOnTheSecondAttemptAreSeen() {
        OutcomeEvent one = told();
        run.receive(received(one).at(1)).receive(received(one).body("{ }").at(2));

        assertThat(broken(new EveryAttemptIsTheSame()))
                .singleElement()
                .asString()
                .contains("another body");
    }

    @Test
    void aLaterOutcomeIsSeen() {
        Asked revived = run.asked(CONFIRMED);
        OutcomeEvent later = run.expired(revived.challengeId());
        run.tell(run.confirmed(revived)).tell(later).receive(received(later).at(1));

        assertThat(broken(new EveryAttemptIsTheSame()))
                .singleElement()
                .asString()
                .contains("EXPIRED", "CONFIRMED");
    }

    @Test
    void aWebhookOfNothingAndOneBeforeItsTimeAreSeen() {
        run.receive(received(run.expired(run.challenge())).at(1));
        run.receive(received(told()).at(-1));

        assertThat(broken(new EveryAttemptIsTheSame()))
                .anyMatch(way -> way.contains("nothing that was decided"))
                .anyMatch(way -> way.contains("before the outcome was there"))
                .hasSize(2);
    }

    @Test
    void aWrongSignatureIsSeen() {
        run.receive(received(told()).signed(false).at(1));

        assertThat(broken(new WebhooksAreGenuine())).hasSize(1);
    }

    @Test
    void aWebhookOfAnotherPartyIsSeen() {
        run.receive(received(told()).target(SmallRun.GLOBEX).at(1));

        assertThat(broken(new WebhooksGoNowhereElse()))
                .singleElement()
                .asString()
                .contains("not its own");
    }

    @Test
    void aRedirectThatWasFollowedIsSeen() {
        run.receive(received(told()).path("/redirected").at(1));

        assertThat(broken(new WebhooksGoNowhereElse()))
                .singleElement()
                .asString()
                .contains("redirect");
    }

    @Test
    void aNumberInABodyIsSeenAndNotRepeated() {
        run.receive(received(told()).body(SmallRun.PHONE.digits()).at(1));

        assertThat(broken(new WebhooksGoNowhereElse()))
                .singleElement()
                .asString()
                .contains("a number")
                .doesNotContain(SmallRun.PHONE.digits());
    }

    @Test
    void theHealthyWhoWaitForTheDeadAreSeen() {
        OutcomeEvent before = of(SmallRun.GLOBEX, Duration.ZERO);
        run.receive(received(before).target(SmallRun.GLOBEX).from(Duration.ZERO).at(300))
                .outage(Duration.ofMillis(400), Duration.ofSeconds(20));
        OutcomeEvent during = of(SmallRun.GLOBEX, TOLD);
        run.receive(received(during).target(SmallRun.GLOBEX).at(3_030));

        assertThat(broken(new TheHealthyDoNotWait(10)))
                .singleElement()
                .asString()
                .contains("p99 300 ms before (1), 3030 ms during outages (1): 10.1 times");
        assertThat(broken(new TheHealthyDoNotWait(11))).isEmpty();
    }

    @Test
    void waitsThatAreNoLongerThanNoiseAreNotCounted() {
        OutcomeEvent before = of(SmallRun.GLOBEX, Duration.ZERO);
        run.receive(received(before).target(SmallRun.GLOBEX).from(Duration.ZERO).at(1))
                .outage(Duration.ofMillis(20), Duration.ofSeconds(20));
        OutcomeEvent during = of(SmallRun.GLOBEX, TOLD);
        run.receive(received(during).target(SmallRun.GLOBEX).at(2_000));

        assertThat(broken(new TheHealthyDoNotWait(10))).isEmpty();
    }

    @Test
    void whatCannotBeComparedIsNoPromiseKept() {
        assertThat(broken(new TheHealthyDoNotWait(10))).hasSize(1);
    }

    @Test
    void anOutageInWhichSomethingElseWasDoneIsNotCompared() {
        OutcomeEvent before = of(SmallRun.GLOBEX, Duration.ZERO);
        run.receive(received(before).target(SmallRun.GLOBEX).from(Duration.ZERO).at(10))
                .outage(Duration.ofMillis(20), Duration.ofSeconds(20))
                .fault(Duration.ofSeconds(2), Duration.ofSeconds(3));
        OutcomeEvent during = of(SmallRun.GLOBEX, TOLD);
        run.receive(received(during).target(SmallRun.GLOBEX).at(40));

        assertThat(Waits.of(run.evidence()).during()).isEmpty();
    }

    private List<String> broken(Promise promise) {
        return promise.broken(run.evidence());
    }

    /** One of Acme's. */
    private OutcomeEvent told() {
        return of(SmallRun.ACME, TOLD);
    }

    private OutcomeEvent of(RelyingPartyId party, Duration after) {
        OutcomeEvent event = run.expired(run.challenge(), party);
        run.tell(event, after, 0, event.challengeId().value());
        return event;
    }

    private static Call received(OutcomeEvent event) {
        return new Call(event, SmallRun.ACME, PATH, event.eventId(), true, "{}", true, TOLD);
    }
}
