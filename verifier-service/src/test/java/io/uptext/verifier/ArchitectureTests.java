/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier;

import io.uptext.testkit.architecture.ServiceRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void the_join_is_pure_packages_have_no_cycles_and_nobody_reads_the_time_behind_the_clock() {
        ServiceRules.check("io.uptext.verifier", "io.uptext.verifier.join..");
    }
}
