/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Telnyx's messaging webhook, API v2. The secret is a private Ed25519 key: 32 bytes in base64. */
public final class TelnyxProvider implements SimulatedProvider {

    private static final String SIGNATURE = "telnyx-signature-ed25519";
    private static final String TIMESTAMP = "telnyx-timestamp";

    @Override
    public String name() {
        return "telnyx";
    }

    @Override
    public String title() {
        return "Telnyx";
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.SIGNATURE);
    }

    @Override
    public List<String> signatureHeaders() {
        return List.of(SIGNATURE, TIMESTAMP);
    }

    @Override
    public boolean signsTime() {
        return true;
    }

    @Override
    public String otherSecret(String secret) {
        return Base64.getEncoder().encodeToString(Macs.sha256(secret.getBytes(UTF_8)));
    }

    @Override
    public SimulatedRequest write(SimulatedSms sms, Account account, Instant now) {
        String body = Jsons.write(Map.of("data", event(sms, now)));
        String timestamp = Long.toString(now.getEpochSecond());
        return SimulatedRequest.post(account.url(), Jsons.CONTENT_TYPE, body)
                .with(SIGNATURE, sign(account.secret(), timestamp + "|" + body))
                .with(TIMESTAMP, timestamp);
    }

    private static Map<String, Object> event(SimulatedSms sms, Instant now) {
        return new TreeMap<>(Map.of(
                "event_type",
                "message.received",
                "id",
                "event-of-" + sms.id(),
                "occurred_at",
                now.toString(),
                "payload",
                payload(sms, now),
                "record_type",
                "event"));
    }

    private static Map<String, Object> payload(SimulatedSms sms, Instant now) {
        return new TreeMap<>(Map.of(
                "direction",
                "inbound",
                "encoding",
                "GSM-7",
                "from",
                new TreeMap<>(
                        Map.of("phone_number", sms.from(), "carrier", "Simulated Mobile", "line_type", "Wireless")),
                "id",
                sms.id(),
                "parts",
                1,
                "received_at",
                now.toString(),
                "record_type",
                "message",
                "text",
                sms.text(),
                "to",
                List.of(new TreeMap<>(Map.of("phone_number", sms.to(), "status", "webhook_delivered"))),
                "type",
                "SMS"));
    }

    private static String sign(String privateKey, String signed) {
        try {
            byte[] seed = Base64.getDecoder().decode(privateKey);
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
            signature.update(signed.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Without the cause: a message about base64 quotes a character of the secret.
            throw new IllegalArgumentException("the secret is a private Ed25519 key: 32 bytes in base64");
        }
    }
}
