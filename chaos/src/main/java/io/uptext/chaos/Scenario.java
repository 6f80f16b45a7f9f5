/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.load.LoadSettings;
import io.uptext.chaos.promise.Promise;
import io.uptext.contracts.vocabulary.Pepper;
import java.time.Duration;
import java.util.List;

/** A kind of harm. */
interface Scenario {

    /** What it is called on the command line. */
    String name();

    /** What is played meanwhile. */
    LoadSettings load(Pepper pepper);

    /** How many notifiers there are; without any, nobody waits for an outcome. */
    default int notifiers() {
        return 0;
    }

    /** Whether relying parties are called. Whoever waits there for outcomes does not wait before a page as well. */
    default boolean hasTargets() {
        return false;
    }

    /**
     * What is checked afterwards.
     *
     * @param limit how soon after a fault all goes on
     */
    default List<Promise> promises(Duration limit) {
        return Promise.all(limit);
    }

    /** Does the harm while the load plays, and mends what was broken. */
    Harm strike(Scene scene) throws Exception;
}
