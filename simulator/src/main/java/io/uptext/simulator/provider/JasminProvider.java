/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import io.uptext.simulator.Account;
import io.uptext.simulator.GsmAlphabet;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An HTTP client connector of a Jasmin gateway (jookies/jasmin, jasmin/routing/throwers.py). */
public final class JasminProvider implements SimulatedProvider {

    @Override
    public String name() {
        return "jasmin";
    }

    @Override
    public String title() {
        return "Jasmin";
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.QUERY, Proof.BASIC, Proof.HEADER, Proof.NONE);
    }

    @Override
    public Map<String, String> options() {
        return Map.of("method", "POST (default) or GET");
    }

    @Override
    public SimulatedRequest write(SimulatedSms sms, Account account, Instant now) {
        Optional<byte[]> gsm = GsmAlphabet.encode(sms.text());
        byte[] octets = gsm.orElseGet(() -> sms.text().getBytes(UTF_16BE));
        String form = Forms.encode(new TreeMap<>(Map.of(
                        "id", sms.id(),
                        "from", sms.from(),
                        "to", sms.to(),
                        "origin-connector", "demo-smsc",
                        "priority", "LEVEL_0",
                        "coding", gsm.isPresent() ? "0" : "8",
                        "binary", HexFormat.of().formatHex(octets))))
                + "&content=" + Forms.encodeOctets(octets);
        return account.option("method", "POST").equals("GET")
                ? SimulatedRequest.get(URI.create(account.url() + "?" + form))
                : SimulatedRequest.post(account.url(), Forms.CONTENT_TYPE, form.getBytes(ISO_8859_1));
    }
}
