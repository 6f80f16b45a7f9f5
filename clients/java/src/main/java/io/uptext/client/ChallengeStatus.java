/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

/** Where a challenge stands. All but {@link #PENDING} are final. */
public enum ChallengeStatus {
    /** A text may still come. */
    PENDING,
    /** The text came; redeem the challenge before you sign anybody in. */
    CONFIRMED,
    /** It was refused; {@link Challenge#reason()} says why. */
    DENIED,
    /** No right text came in time. */
    EXPIRED,
    /** Its relying party took it back. */
    CANCELLED
}
