/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.AuthCancelled;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.AuthDenied;
import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NoticeJsonTests {

    private static final ChallengeId CHALLENGE = new ChallengeId("chl_01h8xgq5m9k3v7w2z4n6t8r0ya");
    private static final RelyingPartyId ACME = new RelyingPartyId("acme");
    private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

    private static final AuthConfirmed CONFIRMED = new AuthConfirmed(
            CHALLENGE,
            ACME,
            Msisdn.ofE164("+46701234567"),
            MessageId.of(new ConnectorId("twilio"), "SM1"),
            new ConnectorId("twilio"),
            RouteTrust.T2,
            AT,
            null,
            null);

    @Test
    void a_body_says_which_challenge_ended_how_and_when() {
        assertThat(text(OutcomeNotice.of(CONFIRMED))).isEqualTo("""
                        {"type":"io.uptext.outcome.confirmed.v1","timestamp":"2026-11-24T08:00:00.000Z",\
                        "data":{"challengeId":"chl_01h8xgq5m9k3v7w2z4n6t8r0ya","status":"confirmed"}}""");
    }

    @Test
    void a_denial_has_its_reason() {
        OutcomeNotice notice = OutcomeNotice.of(new AuthDenied(CHALLENGE, ACME, DenialReason.WRONG_PHONE, AT));
        assertThat(text(notice)).isEqualTo("""
                        {"type":"io.uptext.outcome.denied.v1","timestamp":"2026-11-24T08:00:00.000Z",\
                        "data":{"challengeId":"chl_01h8xgq5m9k3v7w2z4n6t8r0ya","status":"denied","reason":"wrong_phone"}}""");
    }

    @Test
    void the_value_on_a_topic_is_the_data_of_the_body() {
        OutcomeNotice notice = OutcomeNotice.of(new AuthExpired(CHALLENGE, ACME, AT));
        assertThat(Json.MAPPER.readTree(NoticeJson.data(notice)))
                .isEqualTo(Json.MAPPER.readTree(NoticeJson.body(notice)).path("data"));
    }

    @Test
    void a_notice_has_the_id_of_its_outcome_and_nothing_of_the_message() {
        OutcomeNotice notice = OutcomeNotice.of(CONFIRMED);
        assertThat(notice.id()).hasToString(CONFIRMED.eventId());
        assertThat(notice + text(notice))
                .doesNotContain("46701234567", CONFIRMED.messageId().value(), "twilio");
        assertThat(OutcomeNotice.of(new AuthCancelled(CHALLENGE, ACME, AT)).type())
                .isEqualTo("io.uptext.outcome.cancelled.v1");
    }

    private static String text(OutcomeNotice notice) {
        return new String(NoticeJson.body(notice), UTF_8);
    }
}
