/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.stage;

import io.uptext.testkit.process.Lifeline;
import io.uptext.verifier.VerifierService;

/** verifier-service as it is, with the settings that are its arguments. */
public final class VerifierProgram {

    private VerifierProgram() {}

    /** Takes settings as verifier-service does. */
    public static void main(String[] arguments) throws Exception {
        Lifeline.hold(() -> VerifierService.application().run(arguments));
    }
}
