/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.AuthCancelled;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.AuthDenied;
import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.platform.view.ChallengeStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The log of a run as a test wants it, in which nothing is wrong that was not put there. */
final class SmallRun {

    static final Instant FAULT = Instant.parse("2026-03-01T12:00:00Z");
    static final Msisdn PHONE = Msisdn.ofE164("+999000000001");
    static final Msisdn OTHER_PHONE = Msisdn.ofE164("+999000000002");

    static final Instant EXPIRES = FAULT.plusSeconds(60);

    static final RelyingPartyId ACME = new RelyingPartyId("acme");
    static final RelyingPartyId GLOBEX = new RelyingPartyId("globex");

    private static final ConnectorId DOOR = new ConnectorId("door");

    private final Random random = new Random(1);
    private final List<Asked> asked = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final Map<ChallengeId, ChallengeStatus> reading = new HashMap<>();
    private final Set<String> canaries;
    private final List<Path> logs;
    private int messages;
    private long deadLetters;
    private final List<Watched> watched = new ArrayList<>();
    private final List<Intrusion> intrusions = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Received> received = new ArrayList<>();
    private final List<Fault> outages = new ArrayList<>();

    SmallRun() {
        this(Set.of(), List.of());
    }

    SmallRun(Set<String> canaries, List<Path> logs) {
        this.canaries = canaries;
        this.logs = logs;
    }

    ChallengeId challenge() {
        return ChallengeId.random(random);
    }

    MessageId message() {
        messages++;
        return MessageId.of(DOOR, "message " + messages);
    }

    /** A challenge that was created a second before the fault, and that two messages might confirm from the fault on. */
    Asked asked(ChallengeStatus... ends) {
        return asked(Set.of(ends), Set.of(ends).contains(ChallengeStatus.CONFIRMED) ? FAULT : null);
    }

    /** One that is texted so long after the fault. */
    Asked askedAndTexted(Duration afterFault) {
        return asked(Set.of(ChallengeStatus.CONFIRMED), FAULT.plus(afterFault));
    }

    private Asked asked(Set<ChallengeStatus> ends, @Nullable Instant answerableAt) {
        MessageId first = message();
        MessageId second = message();
        Asked one = new Asked(
                challenge(), "TESTED", PHONE, FAULT.minusSeconds(1), ends, Set.of(first, second), answerableAt);
        asked.add(one);
        return one;
    }

    OutcomeEvent confirmed(Asked challenge) {
        return confirmed(challenge, challenge.answers().iterator().next(), PHONE);
    }

    OutcomeEvent confirmed(Asked challenge, MessageId message, Msisdn msisdn) {
        return new AuthConfirmed(
                challenge.challengeId(), ACME, msisdn, message, DOOR, RouteTrust.T2, FAULT, null, null);
    }

    OutcomeEvent expired(ChallengeId challenge, RelyingPartyId party) {
        return new AuthExpired(challenge, party, FAULT);
    }

    OutcomeEvent denied(ChallengeId challenge, DenialReason reason) {
        return new AuthDenied(challenge, ACME, reason, FAULT);
    }

    OutcomeEvent expired(ChallengeId challenge) {
        return new AuthExpired(challenge, ACME, FAULT);
    }

    OutcomeEvent cancelled(ChallengeId challenge) {
        return new AuthCancelled(challenge, ACME, FAULT);
    }

    OutcomeEvent rejected(ChallengeId challenge) {
        return new AuthAttemptRejected(challenge, ACME, message(), AttemptFlaw.WRONG_PHONE, FAULT);
    }

    SmallRun tell(OutcomeEvent event) {
        return tell(event, Duration.ofSeconds(1), 0, event.challengeId().value());
    }

    SmallRun tell(OutcomeEvent event, Duration afterFault, int partition, String key) {
        told.add(new Told(partition, told.size(), FAULT.plus(afterFault), key, event));
        return this;
    }

    SmallRun read(ChallengeId challenge, ChallengeStatus seen) {
        reading.put(challenge, seen);
        return this;
    }

    SmallRun deadLetter() {
        deadLetters++;
        return this;
    }

    /** A page that was opened a second before the fault, and what came of its requests. */
    SmallRun page(Asked challenge, Connection... connections) {
        watched.add(new Watched(
                challenge.challengeId(), ACME, "page", EXPIRES, FAULT.minusSeconds(1), List.of(connections)));
        return this;
    }

    SmallRun intrusion(int status) {
        intrusions.add(new Intrusion("made up token", 1, FAULT, status));
        return this;
    }

    SmallRun fault(Duration at, Duration healed) {
        faults.add(new Fault("fault", FAULT.plus(at), FAULT.plus(healed)));
        return this;
    }

    SmallRun receive(Received one) {
        received.add(one);
        return this;
    }

    /** A time when Acme's target did not work. */
    SmallRun outage(Duration at, Duration healed) {
        fault(at, healed);
        outages.add(faults.getLast());
        return this;
    }

    Evidence evidence() {
        return new Evidence(
                asked,
                told,
                List.of(reading),
                deadLetters,
                canaries,
                logs,
                FAULT,
                new Audience(watched, intrusions, watched.size(), faults),
                new Deliveries(List.of(ACME, GLOBEX), received, List.of(ACME), outages));
    }
}
