/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

/** What a relying party is told about who has confirmed. */
public enum SubjectPolicy {
    /** The number. */
    MSISDN,
    /** A pseudonym that stands for the number at this relying party only; the number is in no answer to it. */
    PAIRWISE
}
