/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The inbound webhook of Vonage's Messages API, version 1. */
public final class VonageMessagesProvider implements SimulatedProvider {

    private static final String AUTHORIZATION = "Authorization";
    private static final String API_KEY = "api-key";
    private static final String NETWORK = "network";

    @Override
    public String name() {
        return "vonage-messages";
    }

    @Override
    public String title() {
        return "Vonage Messages API";
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.SIGNATURE);
    }

    @Override
    public Map<String, String> options() {
        return Map.of(
                API_KEY, "of the account, demo-key unless set", NETWORK, "MCC and MNC of the sender, 24001 unless set");
    }

    @Override
    public List<String> signatureHeaders() {
        return List.of(AUTHORIZATION);
    }

    @Override
    public boolean signsTime() {
        return true;
    }

    @Override
    public SimulatedRequest write(SimulatedSms sms, Account account, Instant now) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("to", Numbers.withoutPlus(sms.to()));
        message.put("from", Numbers.withoutPlus(sms.from()));
        message.put("channel", "sms");
        message.put("message_uuid", sms.id());
        message.put("timestamp", now.toString());
        message.put("usage", Map.of("price", "0.0057", "currency", "EUR"));
        message.put("message_type", "text");
        message.put("text", sms.text());
        message.put(
                "sms", Map.of("num_messages", "1", "keyword", sms.text().strip().split(" ", 2)[0]));
        message.put("origin", Map.of("network_code", account.option(NETWORK, "24001")));
        String body = Jsons.write(message);
        return SimulatedRequest.post(account.url(), Jsons.CONTENT_TYPE, body)
                .with(AUTHORIZATION, "Bearer " + Jwts.sign("HS256", account.secret(), claims(sms, account, body, now)));
    }

    private static Map<String, Object> claims(SimulatedSms sms, Account account, String body, Instant now) {
        return new TreeMap<>(Map.of(
                "iat",
                now.getEpochSecond(),
                "jti",
                "jti-" + sms.id(),
                "iss",
                "Vonage",
                "payload_hash",
                Macs.sha256Hex(body.getBytes(UTF_8)),
                "api_key",
                account.option(API_KEY, "demo-key"),
                "application_id",
                "00000000-0000-4000-8000-000000000000"));
    }
}
