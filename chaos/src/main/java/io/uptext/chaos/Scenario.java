/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.load.Load;
import io.uptext.chaos.load.LoadSettings;
import io.uptext.chaos.stage.Stage;
import io.uptext.contracts.vocabulary.Pepper;
import java.time.Clock;
import java.util.Random;
import java.util.function.Consumer;

/** A kind of harm. */
interface Scenario {

    /** What it is called on the command line. */
    String name();

    /** What is played meanwhile. */
    LoadSettings load(Pepper pepper);

    /**
     * Does the harm while the load plays, and mends what was broken.
     *
     * @param random says when and to whom
     * @param say takes what is done, for whoever watches
     */
    Harm strike(Stage stage, Load load, Random random, Clock clock, Consumer<String> say) throws Exception;
}
