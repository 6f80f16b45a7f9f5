/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.challenge.issue.SmsLinks;
import io.uptext.challenge.limit.Limit;
import io.uptext.challenge.limit.Standing;
import io.uptext.challenge.limit.Verdict;
import io.uptext.contracts.event.ChallengeContext;
import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.LineType;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.NetworkCode;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.Subject;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.platform.view.ChallengeStatus;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One sign-in, as it goes over the wire. */
final class Examples {

    private static final Instant CREATED = Instant.parse("2026-11-24T08:00:00.000Z");
    private static final Instant RECEIVED = Instant.parse("2026-11-24T08:00:21.417Z");
    private static final Instant EXPIRES = CREATED.plus(Duration.ofMinutes(3));
    private static final ChallengeId ID = new ChallengeId("chl_01h8xgq5m9k3v7w2z4n6t8r0ya");
    private static final Destination DESTINATION = new Destination("50500");
    private static final Msisdn MSISDN = Msisdn.ofE164("+46701234567");
    private static final ChallengeContext CONTEXT =
            new ChallengeContext("Sign in", "Firefox on Windows", "Gothenburg, Sweden");
    private static final Map<String, String> METADATA = Map.of("session", "a1b2");

    static final ChallengeRequest REQUEST = new ChallengeRequest(
            MSISDN.e164(),
            Duration.ofMinutes(3),
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
            "n-0S6_WzA2Mj",
            CONTEXT,
            Map.copyOf(METADATA),
            "https://login.acme.example/return",
            "af0ifjsldkj",
            "203.0.113.7");

    static final Map<String, String> LEFT = RateLimitFields.of(
            List.of(new Standing(Limit.PARTY, 600, 60, 598, 1), new Standing(Limit.NUMBER, 10, 600, 8, 120)));

    static final Verdict.Refused REFUSED =
            new Verdict.Refused(Limit.NUMBER, 60, List.of(new Standing(Limit.NUMBER, 10, 600, 0, 60)));

    static final NewChallenge NEW = created(ChallengeCode.ofNormal("7KQ4M2XHC"));

    static final ShownChallenge CONFIRMED = shown(
            ChallengeStatus.CONFIRMED,
            RECEIVED,
            new ShownChallenge.Evidence(
                    new MessageId("msg_7c1e4g9k2m5p8r3t6v0w4y7zab"),
                    new ConnectorId("twilio-50500"),
                    RouteTrust.T2,
                    RECEIVED,
                    new SenderNetwork(new NetworkCode("24001"), "Telia", LineType.MOBILE),
                    RECEIVED.plusMillis(38)));

    static final ShownChallenge CANCELLED = shown(ChallengeStatus.CANCELLED, CREATED.plusSeconds(9), null);

    static final ShownChallenge PENDING = shown(ChallengeStatus.PENDING, null, null);

    static final RedemptionRequest REDEMPTION =
            new RedemptionRequest("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", null);

    static final Redeemed REDEEMED = new Redeemed(
            ID,
            MSISDN,
            Subject.of(MSISDN),
            RECEIVED.plusMillis(700),
            "eyJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJhY21lIn0.c2lnbmF0dXJl");

    static final Disavowed DISAVOWED = new Disavowed(ID, RECEIVED.plusSeconds(9));

    static final Listing.ChallengePage PAGE =
            new Listing.ChallengePage(List.of(PENDING), "MTc5NTUwNzIwMDAwMC5jaGxfMDFoOHhncTVtOWszdjd3Mno0bjZ0OHIweWE");

    static final PublicKeys KEYS = new PublicKeys(List.of(new PublicKey(
            "EC",
            "P-256",
            "2026-11",
            "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
            "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM")));

    private Examples() {}

    /** What Nimbus writes for us; no record of ours is behind it. */
    record PublicKeys(List<PublicKey> keys) {}

    record PublicKey(String kty, String crv, String kid, String x, String y) {}

    private static NewChallenge created(ChallengeCode code) {
        String text = "ACME LOGIN " + code.normal();
        return new NewChallenge(
                ID,
                ChallengeStatus.PENDING,
                "Acme",
                code,
                code.display(),
                text,
                DESTINATION,
                SmsLinks.of(DESTINATION, text),
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                CREATED,
                EXPIRES,
                WaitToken.of(new byte[WaitToken.BYTES]).reveal(),
                URI.create("https://watch.example.com/v1/watch"),
                URI.create("https://sms.example.com/c/" + ID.value()),
                CONTEXT);
    }

    private static ShownChallenge shown(
            ChallengeStatus status, @Nullable Instant decidedAt, ShownChallenge.@Nullable Evidence evidence) {
        return new ShownChallenge(
                ID,
                status,
                evidence == null ? null : MSISDN,
                evidence == null ? null : evidence.routeTrust(),
                null,
                decidedAt,
                null,
                null,
                evidence,
                DESTINATION,
                CREATED,
                EXPIRES,
                CONTEXT,
                METADATA);
    }
}
