/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bandwidth's messaging callback: an array of one event. */
public final class BandwidthProvider implements SimulatedProvider {

    private static final String CARRIER = "carrier";

    @Override
    public String name() {
        return "bandwidth";
    }

    @Override
    public String title() {
        return "Bandwidth";
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.BASIC, Proof.HEADER, Proof.QUERY, Proof.NONE);
    }

    @Override
    public Map<String, String> options() {
        return Map.of(CARRIER, "name of the sender's carrier; none unless set");
    }

    @Override
    public SimulatedRequest write(SimulatedSms sms, Account account, Instant now) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", sms.id());
        message.put("owner", sms.to());
        message.put("applicationId", "00000000-0000-4000-8000-000000000000");
        message.put("time", now.toString());
        message.put("segmentCount", 1);
        message.put("direction", "in");
        message.put("to", List.of(sms.to()));
        message.put("from", sms.from());
        message.put("text", sms.text());
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", "message-received");
        event.put("time", now.toString());
        event.put("description", "Incoming message received");
        event.put("to", sms.to());
        event.put("message", message);
        if (account.options().containsKey(CARRIER)) {
            event.put("carrierName", account.option(CARRIER, ""));
        }
        return SimulatedRequest.post(account.url(), Jsons.CONTENT_TYPE, Jsons.write(List.of(event)));
    }
}
