/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bodies of the API, read and written. */
final class Answers {

    private Answers() {}

    static String body(NewChallenge wish) {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "msisdn", wish.msisdn() == null ? null : wish.msisdn().value());
        put(body, "validity", wish.validity() == null ? null : wish.validity().toString());
        put(body, "codeChallenge", wish.codeChallenge());
        put(body, "nonce", wish.nonce() == null ? null : wish.nonce().value());
        ChallengeContext context = wish.context();
        if (context != null) {
            Map<String, Object> shown = new LinkedHashMap<>();
            put(shown, "action", context.action());
            put(shown, "device", context.device());
            put(shown, "place", context.place());
            body.put("context", shown);
        }
        put(
                body,
                "endUserIp",
                wish.endUserIp() == null ? null : wish.endUserIp().value());
        ReturnTo returnTo = wish.returnTo();
        if (returnTo != null) {
            body.put("returnUrl", returnTo.url().toString());
            put(body, "state", returnTo.state());
        }
        put(body, "metadata", wish.metadata().isEmpty() ? null : wish.metadata());
        return Fields.written(body);
    }

    static String redemption(@Nullable CodeVerifier verifier) {
        return verifier == null ? "" : Fields.written(Map.of("codeVerifier", verifier.value()));
    }

    static String disavowal(@Nullable CodeVerifier verifier) {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "codeVerifier", verifier == null ? null : verifier.value());
        body.put("disavow", true);
        return Fields.written(body);
    }

    static CreatedChallenge created(Fields answer) {
        Fields links = answer.object("smsLinks");
        String pageUrl = answer.textOrNull("pageUrl");
        return new CreatedChallenge(
                new ChallengeId(answer.text("id")),
                status(answer),
                answer.text("relyingPartyName"),
                answer.text("code"),
                answer.text("codeDisplay"),
                answer.text("text"),
                answer.text("destination"),
                new SmsLinks(links.text("standard"), links.text("ios"), links.text("both")),
                answer.text("qrSvg"),
                answer.instant("createdAt"),
                answer.instant("expiresAt"),
                new WaitToken(answer.text("waitToken")),
                URI.create(answer.text("watchUrl")),
                pageUrl == null ? null : URI.create(pageUrl),
                context(answer));
    }

    static Challenge challenge(Fields answer) {
        String msisdn = answer.textOrNull("msisdn");
        return new Challenge(
                new ChallengeId(answer.text("id")),
                status(answer),
                answer.text("destination"),
                answer.instant("createdAt"),
                answer.instant("expiresAt"),
                answer.instantOrNull("decidedAt"),
                msisdn == null ? null : new Msisdn(msisdn),
                answer.textOrNull("routeTrust"),
                evidence(answer.objectOrNull("evidence")),
                answer.textOrNull("reason"),
                answer.instantOrNull("redeemedAt"),
                answer.instantOrNull("disavowedAt"),
                context(answer),
                answer.texts("metadata"));
    }

    static Redemption redemption(Fields answer) {
        String msisdn = answer.textOrNull("msisdn");
        return new Redemption(
                new ChallengeId(answer.text("id")),
                answer.text("subject"),
                msisdn == null ? null : new Msisdn(msisdn),
                answer.instant("redeemedAt"),
                answer.text("proof"));
    }

    static Disavowal disavowal(Fields answer) {
        return new Disavowal(new ChallengeId(answer.text("id")), answer.instant("disavowedAt"));
    }

    static ChallengePage page(Fields answer) {
        return new ChallengePage(
                answer.objects("challenges").stream().map(Answers::challenge).toList(), answer.textOrNull("next"));
    }

    static ChallengeStatus status(Fields answer) {
        return ChallengeStatus.valueOf(answer.text("status").toUpperCase(Locale.ROOT));
    }

    private static @Nullable ChallengeContext context(Fields answer) {
        Fields shown = answer.objectOrNull("context");
        return shown == null
                ? null
                : new ChallengeContext(
                        shown.textOrNull("action"), shown.textOrNull("device"), shown.textOrNull("place"));
    }

    private static @Nullable Evidence evidence(@Nullable Fields told) {
        if (told == null) {
            return null;
        }
        Fields network = told.objectOrNull("network");
        return new Evidence(
                told.text("messageId"),
                told.text("connector"),
                told.text("routeTrust"),
                told.instant("receivedAt"),
                network == null
                        ? null
                        : new SenderNetwork(
                                network.textOrNull("code"),
                                network.textOrNull("carrier"),
                                network.textOrNull("lineType")),
                told.instantOrNull("decidedAt"));
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
