/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Verifiers that are killed, on real processes; {@code ./uptext chaos kill-verifiers} does it 200 times. */
class VerifierLossTests {

    private static final int KILLS = 4;

    @Test
    @Timeout(150)
    void signInsEndAsTheyMustWhileVerifiersAreKilledOneAfterTheOther() throws Exception {
        Played.keepsEveryPromise(new KillVerifiers(KILLS, 50), 3);
    }
}
