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
    public Harm strike(Stage stage, Load load, Random random, Clock clock, Consumer<String> say) throws Exception {
        load.awaitHalf();
        stage.redis().flushAll();
        Instant at = clock.instant();
        say.accept("FLUSHALL");
        return new Harm("FLUSHALL", at, at);
    }
}
