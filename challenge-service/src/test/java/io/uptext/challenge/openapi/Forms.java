/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.openapi;

import static java.util.Map.entry;

import io.uptext.contracts.event.ReturnTo;
import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.NetworkCode;
import io.uptext.contracts.vocabulary.Subject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the words of our vocabulary look like in JSON; a test holds each to the type that reads it. */
final class Forms {

    private static final String BASE32 = "[0-9a-hjkmnp-tv-z]{26}";
    private static final String CODE = "[0-9A-HJKMNP-TV-Z]";

    /** By type, wherever it stands. */
    static final Map<Class<?>, Form> TYPES = Map.ofEntries(
            entry(ChallengeCode.class, Form.text(CODE + "{9}|" + CODE + "{14}", "7KQ4M2XHC")),
            entry(ChallengeId.class, Form.text("chl_" + BASE32, "chl_01h8xgq5m9k3v7w2z4n6t8r0ya")),
            entry(ConnectorId.class, Form.text("[0-9a-z](?:[0-9a-z-]{0,38}[0-9a-z])?", "twilio-50500")),
            entry(Destination.class, Form.text("[0-9]{3,8}|\\+[1-9][0-9]{8,14}", "50500")),
            entry(Duration.class, Form.formatted("duration", "PT3M")),
            entry(Instant.class, Form.formatted("date-time", "2026-11-24T08:00:21.417Z")),
            entry(MessageId.class, Form.text("msg_" + BASE32, "msg_7c1e4g9k2m5p8r3t6v0w4y7zab")),
            entry(Msisdn.class, Form.text("\\+[1-9][0-9]{6,14}", "+46701234567")),
            entry(NetworkCode.class, Form.text("[2-79][0-9]{4,5}", "24001")),
            entry(Subject.class, Form.text("\\+[1-9][0-9]{6,14}|[A-Za-z0-9_-]{43}", "+46701234567")),
            entry(URI.class, Form.formatted("uri", "https://watch.example.com/v1/watch")));

    /** By record and field, for those that are plain text in Java because they are only passed on, or checked later. */
    private static final Map<String, Form> FIELDS = Map.ofEntries(
            entry("ChallengeContext.action", Form.free(1, 80, "Sign in")),
            entry("ChallengeContext.device", Form.free(1, 80, "Firefox on Windows")),
            entry("ChallengeContext.place", Form.free(1, 80, "Gothenburg, Sweden")),
            entry(
                    "ChallengeRequest.codeChallenge",
                    Form.text("[A-Za-z0-9_-]{43}", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")),
            entry("ChallengeRequest.endUserIp", Form.free(2, 45, "203.0.113.7")),
            entry("ChallengeRequest.metadata", Form.entries(16, "[A-Za-z0-9_.-]{1,40}", 256)),
            entry("ChallengeRequest.msisdn", Form.free(7, 64, "+46701234567")),
            entry("ChallengeRequest.nonce", Form.text("[!-~]{1,128}", "n-0S6_WzA2Mj")),
            entry(
                    "ChallengeRequest.returnUrl",
                    Form.free(8, ReturnTo.LONGEST_URL, "https://login.acme.example/return")),
            entry("ChallengeRequest.state", Form.text("[ -~]{1,256}", "af0ifjsldkj")),
            entry("NewChallenge.codeDisplay", Form.text(CODE + "{4}(?:-" + CODE + "{1,4}){2,3}", "7KQ4-M2XH-C")),
            entry("NewChallenge.relyingPartyName", Form.free(1, 40, "Acme")),
            entry("NewChallenge.waitToken", Form.text("upw_[A-Za-z0-9_-]{43}", "upw_" + "A".repeat(43))),
            entry(
                    "Redeemed.proof",
                    Form.text(
                            "[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+",
                            "eyJhbGciOiJFUzI1NiJ9.eyJhdWQi.c2lnbmVk")),
            entry(
                    "RedemptionRequest.codeVerifier",
                    Form.text("[A-Za-z0-9._~-]{43,128}", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")),
            entry("SenderNetwork.carrier", Form.free(1, SenderNetwork.LONGEST_CARRIER, "Telia")));

    /** Of parameters, by name. */
    private static final Map<String, Form> PARAMETERS = Map.of(
            "Idempotency-Key", Form.text("[!-~]{1,128}", "session-a1b2"),
            "cursor", Form.text("[A-Za-z0-9_-]{1,100}", "MTc5NTUwNzIwMDAwMC5jaGxfMDFoOHhncTVtOWszdjd3Mno0bjZ0OHIweWE"),
            "limit", Form.number(1, 100, 20));

    private Forms() {}

    static Optional<Form> of(Class<?> type) {
        return Optional.ofNullable(TYPES.get(type));
    }

    static Optional<Form> ofParameter(String name) {
        return Optional.ofNullable(PARAMETERS.get(name));
    }

    static Optional<Form> of(Class<?> record, String field) {
        return Optional.ofNullable(FIELDS.get(record.getSimpleName() + "." + field));
    }
}
