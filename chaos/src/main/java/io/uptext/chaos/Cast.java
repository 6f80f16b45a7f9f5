/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.stage.VerifierProgram;

/**
 * Who plays the verifiers.
 *
 * @param program what each is; a test has others, which are wrong on purpose
 * @param verifiers how many
 */
record Cast(Class<?> program, int verifiers) {

    /** The verifier as it is. */
    static Cast of(int verifiers) {
        return new Cast(VerifierProgram.class, verifiers);
    }
}
