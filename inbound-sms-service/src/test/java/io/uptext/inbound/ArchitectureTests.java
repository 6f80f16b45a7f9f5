/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound;

import io.uptext.testkit.architecture.ServiceRules;
import org.junit.jupiter.api.Test;

/** Doors and reception are rules: they know no Spring, no Kafka and no clock. */
class ArchitectureTests {

    @Test
    void rulesKnowNoTechnologyAndPackagesHaveNoCycles() {
        ServiceRules.check(
                "io.uptext.inbound",
                "io.uptext.inbound.door..",
                "io.uptext.inbound.africastalking..",
                "io.uptext.inbound.aws..",
                "io.uptext.inbound.azure..",
                "io.uptext.inbound.bandwidth..",
                "io.uptext.inbound.bird..",
                "io.uptext.inbound.elks46..",
                "io.uptext.inbound.generic..",
                "io.uptext.inbound.gsm..",
                "io.uptext.inbound.infobip..",
                "io.uptext.inbound.jasmin..",
                "io.uptext.inbound.kannel..",
                "io.uptext.inbound.messagebird..",
                "io.uptext.inbound.plivo..",
                "io.uptext.inbound.sinch..",
                "io.uptext.inbound.smpp..",
                "io.uptext.inbound.telnyx..",
                "io.uptext.inbound.twilio..",
                "io.uptext.inbound.vonagemessages..",
                "io.uptext.inbound.vonagesms..",
                "io.uptext.inbound.receive..");
    }
}
