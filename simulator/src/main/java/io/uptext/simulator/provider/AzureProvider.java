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

/**
 * Azure Communication Services through Event Grid
 * (learn.microsoft.com/azure/event-grid/communication-services-telephony-sms-events).
 */
public final class AzureProvider implements SimulatedProvider {

    private static final String RESOURCE = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/demo"
            + "/providers/Microsoft.Communication/CommunicationServices/demo";
    private static final String TYPE = "Microsoft.Communication.SMSReceived";

    @Override
    public String name() {
        return "azure";
    }

    @Override
    public String title() {
        return "Azure Communication Services";
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.QUERY, Proof.HEADER, Proof.BASIC, Proof.NONE);
    }

    @Override
    public Map<String, String> options() {
        return Map.of("schema", "event-grid (default) or cloud-events");
    }

    @Override
    public SimulatedRequest write(SimulatedSms sms, Account account, Instant now) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("messageId", sms.id());
        data.put("from", sms.from());
        data.put("to", sms.to());
        data.put("message", sms.text());
        data.put("receivedTimestamp", now.toString());
        data.put("segmentCount", 1);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", sms.id());
        event.put("subject", "/phonenumber/" + sms.to());
        event.put("data", data);
        return account.option("schema", "event-grid").equals("cloud-events")
                ? cloudEvent(event, account, now)
                : event(event, account, now);
    }

    private static SimulatedRequest event(Map<String, Object> event, Account account, Instant now) {
        event.put("topic", RESOURCE);
        event.put("eventType", TYPE);
        event.put("eventTime", now.toString());
        event.put("dataVersion", "1.0");
        event.put("metadataVersion", "1");
        return SimulatedRequest.post(account.url(), "application/json; charset=utf-8", Jsons.write(List.of(event)))
                .with("aeg-event-type", "Notification")
                .with("aeg-delivery-count", "0");
    }

    private static SimulatedRequest cloudEvent(Map<String, Object> event, Account account, Instant now) {
        event.put("specversion", "1.0");
        event.put("source", RESOURCE);
        event.put("type", TYPE);
        event.put("time", now.toString());
        return SimulatedRequest.post(account.url(), "application/cloudevents+json; charset=utf-8", Jsons.write(event))
                .with("aeg-event-type", "Notification");
    }
}
