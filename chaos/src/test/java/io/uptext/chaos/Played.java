/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;

/** A scenario as a test: played with a new seed, which a failure prints with all that was said. */
final class Played {

    private Played() {}

    static void keepsEveryPromise(Scenario scenario, int verifiers) throws Exception {
        StringWriter said = new StringWriter();
        Trial trial = new Trial(
                scenario,
                Cast.of(verifiers),
                new Random().nextInt(1_000_000),
                Path.of(
                        "target",
                        "chaos-tests",
                        scenario.name() + "-" + ProcessHandle.current().pid()),
                new PrintWriter(said, true),
                Clock.systemUTC());

        assertThat(trial.run().isKept()).as("%s", said).isTrue();
    }
}
