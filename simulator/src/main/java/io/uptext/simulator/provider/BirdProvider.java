/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The webhook of Bird's Channels API for the event {@code sms.inbound}. */
public final class BirdProvider implements SimulatedProvider {

    private static final String SIGNATURE = "messagebird-signature";
    private static final String TIMESTAMP = "messagebird-request-timestamp";
    private static final String CHANNEL = "channel";

    @Override
    public String name() {
        return "bird";
    }

    @Override
    public String title() {
        return "Bird";
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.SIGNATURE);
    }

    @Override
    public Map<String, String> options() {
        return Map.of(CHANNEL, "id of the channel; with it the message does not say which number was texted");
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
    public SimulatedRequest write(SimulatedSms sms, Account account, Instant now) {
        String body = body(sms, account, now);
        String timestamp = Long.toString(now.getEpochSecond());
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes((timestamp + "\n" + account.publicUrl() + "\n").getBytes(UTF_8));
        signed.writeBytes(Macs.sha256(body.getBytes(UTF_8)));
        byte[] mac = Macs.mac("HmacSHA256", account.secret().getBytes(UTF_8), signed.toByteArray());
        return SimulatedRequest.post(account.url(), Jsons.CONTENT_TYPE, body)
                .with(TIMESTAMP, timestamp)
                .with(SIGNATURE, Base64.getEncoder().encodeToString(mac));
    }

    private static String body(SimulatedSms sms, Account account, Instant now) {
        boolean saysNumber = !account.options().containsKey(CHANNEL);
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("id", sms.id());
        payload.put("channelId", account.option(CHANNEL, "00000000-0000-4000-8000-000000000000"));
        payload.put("sender", Map.of("contact", Map.of("identifierKey", "phonenumber", "identifierValue", sms.from())));
        payload.put(
                "receiver",
                Map.of("connector", Map.of("id", "demo-connector", "identifierValue", saysNumber ? sms.to() : "")));
        payload.put("body", Map.of("type", "text", "text", Map.of("text", sms.text())));
        payload.put("status", "delivered");
        payload.put("direction", "incoming");
        payload.put("createdAt", now.toString());
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("service", "channels");
        event.put("event", "sms.inbound");
        event.put("payload", payload);
        return Jsons.write(event);
    }
}
