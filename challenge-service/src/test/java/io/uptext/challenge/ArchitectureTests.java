/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge;

import io.uptext.testkit.architecture.ServiceRules;
import org.junit.jupiter.api.Test;

/** Issuing and limits are rules: they know no Spring, no Kafka and no clock but the injected one. */
class ArchitectureTests {

    @Test
    void rulesKnowNoTechnologyAndPackagesHaveNoCycles() {
        ServiceRules.check("io.uptext.challenge", "io.uptext.challenge.issue..", "io.uptext.challenge.limit..");
    }
}
