/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Requests;
import io.uptext.inbound.http.Ingress;
import io.uptext.simulator.SimulatedRequest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Not one bit of a signed request can be turned, in its body or in what proves it, and pass, unless the table says why. */
class EveryBitTests {

    static Stream<Setup> setups() {
        return Setups.all().stream();
    }

    @ParameterizedTest
    @MethodSource("setups")
    void everyBitOfTheProofCounts(Setup setup) {
        SimulatedRequest good = setup.request(Ingress.NOW);
        for (String header : Mutations.proofHeaders(setup)) {
            String value = good.header(header).orElse("");
            for (int bit = 0; bit < value.length() * (Byte.SIZE - 1); bit++) {
                String flipped = Mutations.flip(value, bit / (Byte.SIZE - 1), bit % (Byte.SIZE - 1));
                assertForged(setup, good, good.without(header).with(header, flipped), header + ", bit " + bit);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("setups")
    void everyBitOfASignedBodyCounts(Setup setup) {
        SimulatedRequest good = setup.request(Ingress.NOW);
        if (setup.isSigned()) {
            for (int bit = 0; bit < good.body().length * Byte.SIZE; bit++) {
                byte[] body = good.body().clone();
                body[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
                assertForged(setup, good, good.withBody(body), "body, bit " + bit);
            }
        }
    }

    private static void assertForged(Setup setup, SimulatedRequest good, SimulatedRequest mutant, String what) {
        if (setup.excuse(good, mutant).isEmpty()) {
            assertThat(setup.authenticate(Requests.raw(mutant, Ingress.NOW)))
                    .as(what)
                    .isInstanceOf(Authenticity.Forged.class);
        }
    }
}
