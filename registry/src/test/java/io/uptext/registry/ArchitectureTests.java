/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import io.uptext.testkit.architecture.ServiceRules;
import org.junit.jupiter.api.Test;

/** The registry knows no clock but the injected one, and its packages do not go in circles. */
class ArchitectureTests {

    @Test
    void packagesHaveNoCyclesAndNoClockOfTheirOwn() {
        ServiceRules.check("io.uptext.registry");
    }
}
