/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client.proof;

/** What is wrong with a proof. */
public enum ProofFlaw {
    /** It is no signed JWT, or has not the claims of a proof. */
    MALFORMED,
    /** It is a JWT of another kind. */
    WRONG_TYPE,
    /** It is signed by another algorithm than ES256, or by none. */
    WRONG_ALGORITHM,
    /** Its key is not published. */
    UNKNOWN_KEY,
    /** It was changed, or signed by somebody else. */
    BAD_SIGNATURE,
    /** It is of another issuer. */
    WRONG_ISSUER,
    /** It is for another relying party, or for several. */
    WRONG_AUDIENCE,
    /** Its time is over. */
    EXPIRED,
    /** It was signed in the future: one of the clocks is wrong. */
    NOT_YET,
    /** It is for another session. */
    WRONG_NONCE,
    /** It is of another challenge. */
    WRONG_CHALLENGE
}
