/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** MessageBird's callback for received texts: one form for long numbers, another one for short codes. */
public final class MessageBirdProvider implements SimulatedProvider {

    private static final String SIGNATURE = "MessageBird-Signature-JWT";
    private static final String METHOD = "method";
    private static final String ALGORITHM = "algorithm";
    private static final long SECONDS_OF_LIFE = 60;

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DIGITS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public String name() {
        return "messagebird";
    }

    @Override
    public String title() {
        return "MessageBird";
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.SIGNATURE);
    }

    @Override
    public Map<String, String> options() {
        return Map.of(METHOD, "post or get, post unless set", ALGORITHM, "HS256, HS384 or HS512, HS256 unless set");
    }

    @Override
    public List<String> signatureHeaders() {
        return List.of(SIGNATURE);
    }

    @Override
    public boolean signsTime() {
        return true;
    }

    @Override
    public SimulatedRequest write(SimulatedSms sms, Account account, Instant now) {
        String parameters =
                Forms.encode(Numbers.isShortCode(sms.to()) ? ofShortCode(sms, now) : ofLongNumber(sms, now));
        Map<String, Object> claims = claims(sms, now);
        if (account.option(METHOD, "post").equals("get")) {
            claims.put("url_hash", hash(account.publicUrl() + "?" + parameters));
            return signed(SimulatedRequest.get(URI.create(account.url() + "?" + parameters)), claims, account);
        }
        claims.put("url_hash", hash(account.publicUrl().toString()));
        claims.put("payload_hash", hash(parameters));
        return signed(SimulatedRequest.post(account.url(), Forms.CONTENT_TYPE, parameters), claims, account);
    }

    private static Map<String, String> ofLongNumber(SimulatedSms sms, Instant now) {
        return new TreeMap<>(Map.of(
                "id",
                sms.id(),
                "originator",
                Numbers.withoutPlus(sms.from()),
                "recipient",
                Numbers.withoutPlus(sms.to()),
                "body",
                sms.text(),
                "createdDatetime",
                ISO.format(now)));
    }

    private static Map<String, String> ofShortCode(SimulatedSms sms, Instant now) {
        return new TreeMap<>(Map.of(
                "mid",
                sms.id(),
                "originator",
                Numbers.withoutPlus(sms.from()),
                "shortcode",
                sms.to(),
                "message",
                sms.text(),
                "operator",
                "24001",
                "receive_datetime",
                DIGITS.format(now)));
    }

    private static Map<String, Object> claims(SimulatedSms sms, Instant now) {
        Instant start = now.truncatedTo(ChronoUnit.SECONDS);
        return new TreeMap<>(Map.of(
                "iss",
                "MessageBird",
                "nbf",
                start.getEpochSecond(),
                "exp",
                start.getEpochSecond() + SECONDS_OF_LIFE,
                "jti",
                "jti-" + sms.id()));
    }

    private static String hash(String text) {
        return Macs.sha256Hex(text.getBytes(UTF_8));
    }

    private static SimulatedRequest signed(SimulatedRequest request, Map<String, Object> claims, Account account) {
        return request.with(SIGNATURE, Jwts.sign(account.option(ALGORITHM, "HS256"), account.secret(), claims));
    }
}
