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

/** The callback for incoming messages of Africa's Talking (docs.africastalking.com/sms/notifications). */
public final class AfricasTalkingProvider implements SimulatedProvider {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public String name() {
        return "africastalking";
    }

    @Override
    public String title() {
        return "Africa's Talking";
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.QUERY, Proof.BASIC, Proof.HEADER, Proof.NONE);
    }

    @Override
    public Map<String, String> options() {
        return Map.of("network", "MCC and MNC of the sender's network; not sent unless it is set");
    }

    @Override
    public SimulatedRequest write(SimulatedSms sms, Account account, Instant now) {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "id", sms.id(), "from", sms.from(), "to", sms.to(), "text", sms.text(), "date", DATE.format(now)));
        String network = account.option("network", "");
        if (!network.isEmpty()) {
            parameters.put("networkCode", network);
        }
        return SimulatedRequest.post(account.url(), Forms.CONTENT_TYPE, Forms.encode(parameters));
    }
}
