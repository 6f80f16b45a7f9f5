/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.contracts.vocabulary.Subject;
import io.uptext.registry.RelyingParty;
import org.jspecify.annotations.Nullable;

/** What a relying party is told about who has confirmed; every answer that could name the number asks here. */
public final class Subjects {

    private final Pepper pepper;

    /** Makes pseudonyms by {@code pepper}. */
    public Subjects(Pepper pepper) {
        this.pepper = pepper;
    }

    /** Who it was, for a proof. */
    Subject subject(RelyingParty party, AuthConfirmed confirmed) {
        return switch (party.subject()) {
            case MSISDN -> Subject.of(confirmed.msisdn());
            case PAIRWISE -> pepper.pseudonym(party.id(), confirmed.msisdn());
        };
    }

    /** The number, for those who may know it. */
    static @Nullable Msisdn msisdn(RelyingParty party, AuthConfirmed confirmed) {
        return switch (party.subject()) {
            case MSISDN -> confirmed.msisdn();
            case PAIRWISE -> null;
        };
    }
}
