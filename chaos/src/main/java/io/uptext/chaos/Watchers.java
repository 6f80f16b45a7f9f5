/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.load.LoadSettings;
import io.uptext.chaos.promise.Fault;
import io.uptext.chaos.promise.Promise;
import io.uptext.contracts.vocabulary.Pepper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * People wait at two notifiers, while everything dies that brings them their outcome, one after the other.
 *
 * @param watchers how many wait before anything is done
 * @param blows what is done, at even distances of the sign-ins
 */
record Watchers(int watchers, int signIns, int perSecond, Patience patience, List<Blow> blows) implements Scenario {

    private static final int NOTIFIERS = 2;

    Watchers {
        blows = List.copyOf(blows);
    }

    /** All that can happen. */
    static Watchers all(int watchers, int signIns, int perSecond) {
        return new Watchers(
                watchers,
                signIns,
                perSecond,
                Patience.LONG,
                List.of(
                        Blows::killNotifier,
                        Blows::freezeNotifier,
                        Blows::killRedis,
                        Blows::replaceNotifier,
                        Blows::killBroker));
    }

    @Override
    public String name() {
        return "watchers";
    }

    @Override
    public LoadSettings load(Pepper pepper) {
        return new LoadSettings(signIns, perSecond, patience.shortest, patience.longest, patience.longest, pepper);
    }

    @Override
    public int notifiers() {
        return NOTIFIERS;
    }

    @Override
    public List<Promise> promises(Duration limit) {
        return Stream.concat(Promise.all(limit).stream(), Promise.toWatchers(limit).stream())
                .toList();
    }

    @Override
    public Harm strike(Scene scene) throws Exception {
        scene.crowd().awaitWaiting(watchers, patience.longest.multipliedBy(2));
        scene.say("%,d watchers wait".formatted(scene.crowd().waiting()));
        List<Fault> faults = new ArrayList<>();
        for (Blow blow : blows) {
            scene.load().awaitBegun(signIns * (faults.size() + 1) / (blows.size() + 1));
            faults.add(blow.strike(scene));
        }
        return Harm.of(faults);
    }

    /** How long challenges live, and people take for their text: any time in between. */
    enum Patience {
        SHORT(8, 12),
        /** Longer than a broker is away. */
        LONG(25, 45);

        private final Duration shortest;
        private final Duration longest;

        Patience(int shortest, int longest) {
            this.shortest = Duration.ofSeconds(shortest);
            this.longest = Duration.ofSeconds(longest);
        }
    }
}
