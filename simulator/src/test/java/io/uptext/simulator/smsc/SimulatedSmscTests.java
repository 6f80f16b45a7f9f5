/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SimulatedSmscTests {

    private static final MobileMessage HELLO = MobileMessage.of("+46701234567", "50500", "Hello");

    @Test
    void a_message_is_delivered_and_its_answer_is_the_outcome() throws Exception {
        try (SimulatedSmsc smsc = SimulatedSmsc.start(SmscSettings.builder().build());
                TestEsme esme = TestEsme.bound(smsc.port())) {
            var outcome = smsc.deliver(HELLO);
            TestEsme.Pdu pdu = esme.accept();
            assertThat(pdu.command()).isEqualTo(5);
            assertThat(outcome.get(10, TimeUnit.SECONDS).isAccepted()).isTrue();
        }
    }
}
