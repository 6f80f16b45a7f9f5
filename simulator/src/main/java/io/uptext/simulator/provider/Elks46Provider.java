/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** 46elks's {@code sms_url} (46elks.se/docs/receive-sms). */
public final class Elks46Provider implements SimulatedProvider {

    /** UTC, but it does not say so. */
    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Override
    public String name() {
        return "46elks";
    }

    @Override
    public String title() {
        return "46elks";
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.QUERY, Proof.BASIC, Proof.HEADER, Proof.NONE);
    }

    @Override
    public SimulatedRequest write(SimulatedSms sms, Account account, Instant now) {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "direction", "incoming",
                "id", sms.id(),
                "from", sms.from(),
                "to", sms.to(),
                "created", CREATED.format(now),
                "message", sms.text()));
        return SimulatedRequest.post(account.url(), Forms.CONTENT_TYPE, Forms.encode(parameters));
    }
}
