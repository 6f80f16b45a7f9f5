/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.load.LoadSettings;
import io.uptext.contracts.vocabulary.Pepper;
import java.time.Duration;
import java.time.Instant;

/** Redis dies, and comes back after some seconds with nothing. */
record RedisKill(int signIns, int perSecond) implements Scenario {

    private static final Duration SHORTEST_ABSENCE = Duration.ofSeconds(2);
    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "redis-kill";
    }

    @Override
    public LoadSettings load(Pepper pepper) {
        return new LoadSettings(signIns, perSecond, FlushAll.SHORTEST, FlushAll.LONGEST, pepper);
    }

    @Override
    public Harm strike(Scene scene) throws Exception {
        scene.load().awaitHalf();
        scene.stage().redis().kill();
        Instant at = scene.now();
        scene.say("kill -9 of Redis");
        Pause.of(Pause.between(SHORTEST_ABSENCE, LONGEST_ABSENCE, scene.random()));
        scene.stage().redis().start();
        scene.say("Redis is back, empty");
        return new Harm("kill -9 of Redis", at, at);
    }
}
