/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.notifier.delivery.Simulation.Mutant;
import io.uptext.notifier.delivery.VirtualTarget.Illness;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Ten minutes of a target that is down, in virtual time. */
class DeadTargetTests {

    private static final long SEED = 20261124;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void nobody_else_waits_for_a_target_that_is_down_and_it_gets_everything_when_it_is_back(Illness illness) {
        Simulation before = new Simulation(SEED, Illness.NONE, Mutant.NONE).run(0);
        Simulation simulation = new Simulation(SEED, illness, Mutant.NONE).run(0);
        simulation.assertPromises();
        assertOthersDoNotWait(simulation, before);
        assertThat(simulation.target(Simulation.ILL).mostAtOnce).as("at once").isLessThanOrEqualTo(8);
        assertThat(simulation.requestsWhileIll()).as("requests at who is down").isBetween(5, 60);
    }

    private static void assertOthersDoNotWait(Simulation simulation, Simulation before) {
        Duration usual = before.p99OfTheWell();
        assertThat(simulation.p99OfTheWell())
                .isLessThanOrEqualTo(usual.multipliedBy(12).dividedBy(10));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_lost_when_instances_die(Illness illness) {
        for (long seed = 1; seed <= 3; seed++) {
            new Simulation(seed, illness, Mutant.NONE).run(12).assertPromises();
        }
    }

    @Test
    void the_same_seed_is_the_same_story() {
        assertThat(new Simulation(SEED, Illness.HANGS, Mutant.NONE).run(3).target(Simulation.ILL).requests)
                .isEqualTo(
                        new Simulation(SEED, Illness.HANGS, Mutant.NONE).run(3).target(Simulation.ILL).requests);
    }

    @Test
    void one_queue_for_all_would_be_found() {
        Simulation before = new Simulation(SEED, Illness.NONE, Mutant.ONE_LANE).run(0);
        Simulation simulation = new Simulation(SEED, Illness.HANGS, Mutant.ONE_LANE).run(0);
        assertThatThrownBy(() -> assertOthersDoNotWait(simulation, before)).isInstanceOf(AssertionError.class);
    }

    @Test
    void another_id_on_each_attempt_would_be_found() {
        Simulation simulation = new Simulation(SEED, Illness.ERRORS, Mutant.NEW_ID_EACH_TIME).run(0);
        assertThatThrownBy(simulation::assertPromises).isInstanceOf(AssertionError.class);
    }

    @Test
    void an_heir_that_does_not_read_back_would_be_found() {
        Simulation simulation = new Simulation(SEED, Illness.ERRORS, Mutant.READS_FROM_THE_END).run(5);
        assertThatThrownBy(simulation::assertPromises).isInstanceOf(AssertionError.class);
    }
}
