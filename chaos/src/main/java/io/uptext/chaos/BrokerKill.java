/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.load.LoadSettings;
import io.uptext.contracts.vocabulary.Pepper;
import java.time.Duration;
import java.time.Instant;

/** The only broker dies, and comes back on the logs that it had. */
record BrokerKill(int signIns, int perSecond) implements Scenario {

    private static final Duration ABSENCE = Duration.ofSeconds(10);

    /** Most challenges are to live longer than the broker is away. */
    private static final Duration SHORTEST = Duration.ofSeconds(20);

    private static final Duration LONGEST = Duration.ofSeconds(25);

    @Override
    public String name() {
        return "broker-kill";
    }

    @Override
    public LoadSettings load(Pepper pepper) {
        return new LoadSettings(signIns, perSecond, SHORTEST, LONGEST, pepper);
    }

    @Override
    public Harm strike(Scene scene) throws Exception {
        scene.load().awaitHalf();
        scene.stage().broker().kill();
        Instant at = scene.now();
        scene.say("kill -9 of the broker");
        Pause.of(ABSENCE);
        scene.stage().broker().start();
        scene.say("the broker is back");
        return new Harm("kill -9 of the broker", at, scene.now());
    }
}
