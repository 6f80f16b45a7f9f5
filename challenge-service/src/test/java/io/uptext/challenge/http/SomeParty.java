/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.contracts.vocabulary.CodeForm;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;
import io.uptext.registry.Limits;
import io.uptext.registry.RelyingParty;
import io.uptext.registry.SubjectPolicy;
import io.uptext.registry.ValidityPolicy;
import io.uptext.registry.WebOrigin;
import java.util.List;
import java.util.stream.Stream;

/** A relying party of which only what it may know matters. */
final class SomeParty {

    private SomeParty() {}

    static RelyingParty of(SubjectPolicy subject, String... origins) {
        return new RelyingParty(
                new RelyingPartyId("acme"),
                "Acme",
                "ACME LOGIN",
                new Destination("50500"),
                RelyingParty.Mode.EITHER,
                RouteTrust.T2,
                WrongPhonePolicy.REPORT,
                ValidityPolicy.DEFAULT,
                CodeForm.SHORT,
                subject,
                Stream.of(origins).map(WebOrigin::new).toList(),
                List.of(),
                false,
                Limits.DEFAULT);
    }
}
