/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.event.Outcome;
import io.uptext.verifier.system.Asked;
import io.uptext.verifier.system.World;

/** What is promised of how a challenge ends, checked once it should have ended. */
final class Promises {

    static final String ENDS = "Every challenge ends";
    static final String AS_EXPECTED = "Every challenge ends as what was done to it says";
    static final String RIGHT_TEXT = "A confirmation names the text that was sent for it";

    private Promises() {}

    static void confirmedBy(World world, InboundSmsReceived sms, Asked asked) {
        Outcome end = endOf(world, asked);
        check(end instanceof AuthConfirmed, AS_EXPECTED, "not confirmed");
        check(((AuthConfirmed) end).messageId().equals(sms.messageId()), RIGHT_TEXT, "another one does");
    }

    static void expired(World world, Asked asked) {
        check(endOf(world, asked) instanceof AuthExpired, AS_EXPECTED, "not expired");
    }

    private static Outcome endOf(World world, Asked asked) {
        return world.log().endsOf(asked).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(ENDS + ": one does not"));
    }

    private static void check(boolean kept, String promise, String what) {
        if (!kept) {
            throw new AssertionError(promise + ": " + what);
        }
    }
}
