/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.hook.Mood;
import io.uptext.chaos.load.LoadSettings;
import io.uptext.chaos.promise.Fault;
import io.uptext.chaos.promise.Promise;
import io.uptext.contracts.vocabulary.Pepper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Relying parties are called by two notifiers, while one of them cannot be called, and while everything dies that calls them.
 *
 * @param shortest validity of a challenge
 * @param longest validity of a challenge
 * @param blows what is done, at even distances of the sign-ins
 */
record Webhooks(int signIns, int perSecond, Duration shortest, Duration longest, List<Blow> blows) implements Scenario {

    private static final int NOTIFIERS = 2;

    /** Most challenges are to live longer than the broker is away. */
    private static final Duration SHORTEST = Duration.ofSeconds(20);

    private static final Duration LONGEST = Duration.ofSeconds(25);

    /** Longer than an attempt may take. */
    private static final Duration OUTAGE = Duration.ofSeconds(12);

    /** Measured quietly it is 1.2 at most. */
    private static final double MOST_RATIO = 10;

    Webhooks {
        blows = List.copyOf(blows);
    }

    /** All that can happen. */
    static Webhooks all(int signIns, int perSecond) {
        return new Webhooks(
                signIns,
                perSecond,
                SHORTEST,
                LONGEST,
                List.of(
                        outage(Mood.FAILING),
                        outage(Mood.HANGING),
                        outage(Mood.REDIRECTING),
                        outage(Mood.GONE),
                        Blows::killNotifier,
                        Blows::killBroker,
                        Blows::killNotifier));
    }

    /** One relying party's target does not work in some way. */
    static Blow outage(Mood mood) {
        return scene -> {
            scene.say("the target of one %s".formatted(mood.words()));
            Fault outage = scene.targets().outage(mood, OUTAGE);
            scene.say("it works again");
            return outage;
        };
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public LoadSettings load(Pepper pepper) {
        return new LoadSettings(signIns, perSecond, shortest, longest, pepper);
    }

    @Override
    public int notifiers() {
        return NOTIFIERS;
    }

    @Override
    public boolean hasTargets() {
        return true;
    }

    @Override
    public List<Promise> promises(Duration limit) {
        return Stream.concat(Promise.all(limit).stream(), Promise.byWebhooks(MOST_RATIO).stream())
                .toList();
    }

    @Override
    public Harm strike(Scene scene) throws Exception {
        List<Fault> faults = new ArrayList<>();
        for (Blow blow : blows) {
            scene.load().awaitBegun(signIns * (faults.size() + 1) / (blows.size() + 1));
            faults.add(blow.strike(scene));
        }
        return Harm.of(faults);
    }
}
