/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.load.Load;
import io.uptext.chaos.load.LoadSettings;
import io.uptext.chaos.stage.Stage;
import io.uptext.contracts.vocabulary.Pepper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.Consumer;

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
    public Harm strike(Stage stage, Load load, Random random, Clock clock, Consumer<String> say) throws Exception {
        load.awaitHalf();
        stage.broker().kill();
        Instant at = clock.instant();
        say.accept("kill -9 of the broker");
        Pause.of(ABSENCE);
        stage.broker().start();
        say.accept("the broker is back");
        return new Harm("kill -9 of the broker", at, clock.instant());
    }
}
