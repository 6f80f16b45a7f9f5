/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.simulator.Account;
import io.uptext.simulator.GsmAlphabet;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An sms-service of a Kannel gateway, with the {@code get-url} or {@code post-url} of our page (gw/smsbox.c). */
public final class KannelProvider implements SimulatedProvider {

    @Override
    public String name() {
        return "kannel";
    }

    @Override
    public String title() {
        return "Kannel";
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.QUERY, Proof.BASIC, Proof.HEADER, Proof.NONE);
    }

    @Override
    public Map<String, String> options() {
        return Map.of("method", "GET (default) for get-url or POST for post-url");
    }

    @Override
    public SimulatedRequest write(SimulatedSms sms, Account account, Instant now) {
        boolean ucs2 = GsmAlphabet.encode(sms.text()).isEmpty();
        byte[] octets = sms.text().getBytes(ucs2 ? UTF_16BE : UTF_8);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("from", sms.from());
        fields.put("to", sms.to());
        fields.put("id", sms.id());
        return account.option("method", "GET").equals("POST")
                ? post(fields, octets, ucs2, account, now)
                : get(fields, octets, ucs2, account, now);
    }

    private static SimulatedRequest get(
            Map<String, String> fields, byte[] octets, boolean ucs2, Account account, Instant now) {
        fields.put("ts", Long.toString(now.getEpochSecond()));
        fields.put("smsc", "DEMO");
        fields.put("coding", ucs2 ? "2" : "0");
        fields.put("charset", ucs2 ? "UTF-16BE" : "UTF-8");
        fields.put("udh", "");
        return SimulatedRequest.get(
                URI.create(account.url() + "?" + Forms.encode(fields) + "&text=" + Forms.encodeOctets(octets)));
    }

    private static SimulatedRequest post(
            Map<String, String> fields, byte[] octets, boolean ucs2, Account account, Instant now) {
        return SimulatedRequest.post(
                        URI.create(account.url() + "?" + Forms.encode(fields)),
                        "text/plain; charset=\"" + (ucs2 ? "UTF-16BE" : "UTF-8") + "\"",
                        octets)
                .with("X-Kannel-To", fields.getOrDefault("to", ""))
                .with("X-Kannel-Time", now.toString())
                .with("X-Kannel-SMSC", "DEMO")
                .with("X-Kannel-Coding", ucs2 ? "2" : "0");
    }
}
