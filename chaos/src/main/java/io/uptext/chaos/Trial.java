/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.crowd.Crowd;
import io.uptext.chaos.hook.Targets;
import io.uptext.chaos.load.Load;
import io.uptext.chaos.promise.Asked;
import io.uptext.chaos.promise.Audience;
import io.uptext.chaos.promise.Deliveries;
import io.uptext.chaos.promise.Evidence;
import io.uptext.chaos.promise.Judgement;
import io.uptext.chaos.stage.OutcomeLog;
import io.uptext.chaos.stage.Plan;
import io.uptext.chaos.stage.Reading;
import io.uptext.chaos.stage.Stage;
import io.uptext.contracts.vocabulary.ChallengeId;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * One run of a scenario, from the start of its processes to the judgement.
 *
 * @param seed of all that is random in it
 * @param folder for what its processes keep and say
 */
record Trial(Scenario scenario, Cast cast, long seed, Path folder, PrintWriter out, Clock clock) {

    /** How soon after a fault sign-ins go on. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    /** After the last validity: until it has ended by the verifier's clock, and until a verifier is back. */
    private static final Duration PATIENCE = LIMIT.plusSeconds(10);

    private static final Duration PLAY_LIMIT = Duration.ofSeconds(90);

    /** For the last pages, and those that are opened only then. */
    private static final Duration TELL_LIMIT = LIMIT.plusSeconds(30);

    /** For the last webhooks: one that has failed for long is tried a minute later. */
    private static final Duration DELIVERY_LIMIT = Duration.ofSeconds(150);

    /** In which somebody may still say something about what has ended. */
    private static final Duration LINGER = Duration.ofSeconds(3);

    Judgement run() throws Exception {
        Instant start = clock.instant();
        out.printf("%s --seed %d, with %d verifiers%n", scenario.name(), seed, cast.verifiers());
        try (Targets targets = scenario.hasTargets() ? Targets.open(clock) : Targets.none(clock);
                Stage stage = Stage.start(
                        folder, new Plan(cast.program(), cast.verifiers(), scenario.notifiers(), targets.addresses()));
                Crowd crowd = new Crowd(scenario.hasTargets() ? List.of() : stage.places(), seed, clock);
                Load load = Load.start(stage.clients(), scenario.load(stage.pepper()), crowd, seed, clock)) {
            say(start, "started");
            Harm harm;
            Scene scene = new Scene(stage, load, crowd, targets, new Random(seed), clock, what -> say(start, what));
            try (Watch watch = new Watch(scene)) {
                harm = scenario.strike(scene);
                load.awaitPlayed(PLAY_LIMIT);
                watch.awaitEnded(
                        ids(load.asked()),
                        later(load.lastExpiry(), clock.instant()).plus(PATIENCE));
                crowd.awaitTold(clock.instant().plus(TELL_LIMIT));
                targets.awaitTaken(ids(load.asked()), clock.instant().plus(DELIVERY_LIMIT));
                Pause.of(LINGER);
            }
            Audience audience = crowd.leave(harm.faults());
            stage.stopServices();
            Evidence evidence = evidence(stage, load, harm, audience, targets.deliveries());
            Judgement judgement = Judgement.of(evidence, scenario.promises(LIMIT));
            new Report(evidence, load, harm).lines().forEach(out::println);
            new AudienceReport(evidence).lines().forEach(out::println);
            new DeliveryReport(evidence).lines().forEach(out::println);
            judgement.lines().forEach(out::println);
            out.flush();
            return judgement;
        }
    }

    private Evidence evidence(Stage stage, Load load, Harm harm, Audience audience, Deliveries deliveries)
            throws Exception {
        List<Asked> asked = load.asked();
        try (OutcomeLog log = new OutcomeLog(stage.clients()).toItsEnd()) {
            return new Evidence(
                    asked,
                    log.told(),
                    List.of(
                            Reading.take(stage.clients(), ids(asked), clock),
                            Reading.take(stage.clients(), ids(asked), clock)),
                    log.deadLetters(),
                    load.canaries(),
                    stage.logs(),
                    harm.backFrom(),
                    audience,
                    deliveries);
        }
    }

    private static List<ChallengeId> ids(List<Asked> asked) {
        return asked.stream().map(Asked::challengeId).toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private synchronized void say(Instant start, String what) {
        out.printf("  %3d s  %s%n", Duration.between(start, clock.instant()).toSeconds(), what);
        out.flush();
    }
}
