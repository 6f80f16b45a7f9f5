/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client.proof;

/** A proof that proves nothing here. It does not repeat it. */
public final class ProofException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProofFlaw flaw;

    ProofException(ProofFlaw flaw) {
        super("the proof does not verify: " + flaw);
        this.flaw = flaw;
    }

    /** What is wrong with it. */
    public ProofFlaw flaw() {
        return flaw;
    }
}
