/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.crowd.Crowd;
import io.uptext.chaos.hook.Targets;
import io.uptext.chaos.load.Load;
import io.uptext.chaos.promise.Fault;
import io.uptext.chaos.stage.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.function.Consumer;

/**
 * What harm is done to, while it plays.
 *
 * @param crowd who waits for outcomes
 * @param targets of webhooks
 * @param random says when and to whom
 * @param say takes what is done, for whoever watches
 */
record Scene(Stage stage, Load load, Crowd crowd, Targets targets, Random random, Clock clock, Consumer<String> say) {

    void say(String what) {
        say.accept(what);
    }

    Instant now() {
        return clock.instant();
    }

    /** What was done from then on, and is mended now. */
    Fault mended(String what, Instant at) {
        return new Fault(what, at, now());
    }
}
