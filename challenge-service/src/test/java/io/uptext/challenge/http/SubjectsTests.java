/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.platform.json.Json;
import io.uptext.registry.SubjectPolicy;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SubjectsTests {

    private static final Msisdn PHONE = Msisdn.ofE164("+46701234567");
    private static final Pepper PEPPER = new Pepper(Base64.getEncoder().encodeToString(new byte[32]));
    private static final AuthConfirmed CONFIRMED = new AuthConfirmed(
            new ChallengeId("chl_01h8xgq5m9k3v7w2z4n6t8r0ya"),
            new RelyingPartyId("acme"),
            PHONE,
            new MessageId("msg_7c1e4g9k2m5p8r3t6v0w4y7zab"),
            new ConnectorId("twilio-50500"),
            RouteTrust.T2,
            Instant.parse("2026-11-24T08:00:00.000Z"),
            null,
            null);

    private final Subjects subjects = new Subjects(PEPPER);

    @Test
    void whoMayKnowTheNumberHasItAsTheSubjectToo() {
        var party = SomeParty.of(SubjectPolicy.MSISDN);
        assertThat(Subjects.msisdn(party, CONFIRMED)).isEqualTo(PHONE);
        assertThat(subjects.subject(party, CONFIRMED).value()).isEqualTo("+46701234567");
    }

    @Test
    void whoMayNotHasAPseudonymAndNoNumber() {
        var party = SomeParty.of(SubjectPolicy.PAIRWISE);
        assertThat(Subjects.msisdn(party, CONFIRMED)).isNull();
        assertThat(subjects.subject(party, CONFIRMED)).isEqualTo(PEPPER.pseudonym(party.id(), PHONE));
    }

    @Test
    void aRedemptionWithoutTheNumberHasNoFieldForIt() {
        var party = SomeParty.of(SubjectPolicy.PAIRWISE);
        String answer = Json.MAPPER.writeValueAsString(new Redeemed(
                CONFIRMED.challengeId(),
                Subjects.msisdn(party, CONFIRMED),
                subjects.subject(party, CONFIRMED),
                CONFIRMED.receivedAt(),
                "proof"));
        assertThat(Json.MAPPER.readTree(answer).propertyNames())
                .containsExactlyInAnyOrder("id", "subject", "redeemedAt", "proof");
        assertThat(answer).doesNotContain(PHONE.digits());
    }
}
