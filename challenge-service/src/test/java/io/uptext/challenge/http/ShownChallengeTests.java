/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.AuthDenied;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.LineType;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.NetworkCode;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.platform.json.Json;
import io.uptext.platform.view.ViewedChallenge;
import io.uptext.registry.SubjectPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ShownChallengeTests {

    private static final Instant START = Instant.parse("2026-11-24T08:00:00.000Z");
    private static final ChallengeId ID = new ChallengeId("chl_01h8xgq5m9k3v7w2z4n6t8r0ya");
    private static final RelyingPartyId ACME = new RelyingPartyId("acme");
    private static final Msisdn PHONE = Msisdn.ofE164("+46701234567");
    private static final MessageId MESSAGE = new MessageId("msg_7c1e4g9k2m5p8r3t6v0w4y7zab");

    @Test
    void aConfirmedChallengeShowsWhatItStandsOn() {
        JsonNode shown = shown(confirmed(
                new SenderNetwork(new NetworkCode("24001"), "Telia", LineType.MOBILE), START.plusMillis(21_455)));

        assertThat(shown.path("msisdn").asString("")).isEqualTo("+46701234567");
        assertThat(shown.path("decidedAt").asString("")).isEqualTo("2026-11-24T08:00:21.417Z");
        assertThat(shown.path("evidence")).isEqualTo(Json.MAPPER.readTree("""
                        {
                          "messageId": "msg_7c1e4g9k2m5p8r3t6v0w4y7zab",
                          "connector": "twilio-50500",
                          "routeTrust": "T2",
                          "receivedAt": "2026-11-24T08:00:21.417Z",
                          "network": {"code": "24001", "carrier": "Telia", "lineType": "mobile"},
                          "decidedAt": "2026-11-24T08:00:21.455Z"
                        }
                        """));
    }

    @Test
    void aPartyThatIsNotToKnowTheNumberIsShownAllTheRest() {
        Outcome confirmed = confirmed(null, START.plusMillis(21_455));
        JsonNode known = shown(SubjectPolicy.MSISDN, confirmed);
        JsonNode hidden = shown(SubjectPolicy.PAIRWISE, confirmed);

        assertThat(hidden.toString()).doesNotContain(PHONE.digits());
        assertThat(((ObjectNode) known.deepCopy()).without("msisdn")).isEqualTo(hidden);
    }

    @Test
    void aConfirmationFromBeforeTheseFieldsHasTheRest() {
        assertThat(shown(confirmed(null, null)).path("evidence").propertyNames())
                .containsExactlyInAnyOrder("messageId", "connector", "routeTrust", "receivedAt");
    }

    @ParameterizedTest
    @EnumSource
    void aDeniedChallengeShowsItsReasonAndNoEvidence(DenialReason reason) {
        JsonNode shown = shown(new AuthDenied(ID, ACME, reason, START.plusSeconds(9)));

        assertThat(shown.path("status").asString("")).isEqualTo("denied");
        assertThat(shown.path("reason").asString("")).isEqualTo(reason.name().toLowerCase(Locale.ROOT));
        assertThat(shown.has("evidence")).isFalse();
        assertThat(shown.has("msisdn")).isFalse();
    }

    @Test
    void aPendingChallengeShowsNeitherNumberNorEvidenceNorReason() {
        assertThat(shown(null).propertyNames())
                .containsExactlyInAnyOrder("id", "status", "destination", "createdAt", "expiresAt");
    }

    private static AuthConfirmed confirmed(@Nullable SenderNetwork network, @Nullable Instant decidedAt) {
        return new AuthConfirmed(
                ID,
                ACME,
                PHONE,
                MESSAGE,
                new ConnectorId("twilio-50500"),
                RouteTrust.T2,
                START.plusMillis(21_417),
                network,
                decidedAt);
    }

    private static JsonNode shown(@Nullable Outcome outcome) {
        return shown(SubjectPolicy.MSISDN, outcome);
    }

    private static JsonNode shown(SubjectPolicy subject, @Nullable Outcome outcome) {
        ChallengeCreated created = new ChallengeCreated(
                ID,
                ACME,
                new Destination("50500"),
                ChallengeCode.ofNormal("7KQ4M2XHC"),
                PHONE,
                RouteTrust.T2,
                null,
                START,
                START.plus(Duration.ofMinutes(3)),
                WaitToken.of(new byte[WaitToken.BYTES]).hash(),
                null,
                null,
                null,
                null,
                null,
                null);
        ViewedChallenge viewed = new ViewedChallenge(created, new CodeKey("0".repeat(64)), outcome, null);
        return Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(ShownChallenge.of(SomeParty.of(subject), viewed)));
    }
}
