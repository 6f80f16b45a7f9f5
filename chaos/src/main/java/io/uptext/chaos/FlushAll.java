/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.load.LoadSettings;
import io.uptext.contracts.vocabulary.Pepper;
import java.time.Duration;
import java.time.Instant;

/** Redis forgets everything, and does not even say so. */
record FlushAll(int signIns, int perSecond) implements Scenario {

    static final Duration SHORTEST = Duration.ofSeconds(4);
    static final Duration LONGEST = Duration.ofSeconds(8);

    @Override
    public String name() {
        return "flushall";
    }

    @Override
    public LoadSettings load(Pepper pepper) {
        return new LoadSettings(signIns, perSecond, SHORTEST, LONGEST, pepper);
    }

    @Override
    public Harm strike(Scene scene) throws Exception {
        scene.load().awaitHalf();
        scene.stage().redis().flushAll();
        Instant at = scene.now();
        scene.say("FLUSHALL");
        return new Harm("FLUSHALL", at, at);
    }
}
