/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whoever signs JSON as Standard Webhooks 1.0.0 says. */
public final class GenericProvider implements SimulatedProvider {

    private static final String SECRET_PREFIX = "whsec_";

    @Override
    public String name() {
        return "generic";
    }

    @Override
    public String title() {
        return "Any gateway (Standard Webhooks)";
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.SIGNATURE);
    }

    @Override
    public List<String> signatureHeaders() {
        return List.of("webhook-id", "webhook-timestamp", "webhook-signature");
    }

    @Override
    public boolean signsTime() {
        return true;
    }

    @Override
    public String otherSecret(String secret) {
        return SECRET_PREFIX + Base64.getEncoder().encodeToString(Macs.sha256(secret.getBytes(UTF_8)));
    }

    @Override
    public SimulatedRequest write(SimulatedSms sms, Account account, Instant now) {
        String body = Jsons.write(new TreeMap<>(Map.of("from", sms.from(), "to", sms.to(), "text", sms.text())));
        String timestamp = Long.toString(now.getEpochSecond());
        byte[] key = Base64.getDecoder().decode(account.secret().substring(SECRET_PREFIX.length()));
        byte[] signed = (sms.id() + "." + timestamp + "." + body).getBytes(UTF_8);
        return SimulatedRequest.post(account.url(), Jsons.CONTENT_TYPE, body)
                .with("webhook-id", sms.id())
                .with("webhook-timestamp", timestamp)
                .with(
                        "webhook-signature",
                        "v1," + Base64.getEncoder().encodeToString(Macs.mac("HmacSHA256", key, signed)));
    }
}
