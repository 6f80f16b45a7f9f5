/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

import io.uptext.client.Msisdn;
import io.uptext.client.proof.Proof;
import org.jspecify.annotations.Nullable;

/**
 * A number that was just proven, with the verified proof.
 *
 * @param msisdn the number; null for a site that is told pseudonyms
 * @param proof what is known of the text; keep its evidence with the sign-in
 */
public record ProvenNumber(@Nullable Msisdn msisdn, Proof proof) {

    /** What the site should know the person by: the number, or a pseudonym where Uptext is configured so. */
    public String subject() {
        return proof.subject();
    }

    /** Without the number. */
    @Override
    public String toString() {
        return "ProvenNumber[" + proof + "]";
    }
}
