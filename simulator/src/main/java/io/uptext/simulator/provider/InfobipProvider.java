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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What Infobip forwards in the format {@code MO_JSON_2}. */
public final class InfobipProvider implements SimulatedProvider {

    private static final DateTimeFormatter RECEIVED_AT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Override
    public String name() {
        return "infobip";
    }

    @Override
    public String title() {
        return "Infobip";
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.BASIC, Proof.HEADER, Proof.QUERY, Proof.NONE);
    }

    @Override
    public SimulatedRequest write(SimulatedSms sms, Account account, Instant now) {
        String[] words = sms.text().strip().split(" ", 2);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("messageId", sms.id());
        result.put("from", Numbers.withoutPlus(sms.from()));
        result.put("to", Numbers.withoutPlus(sms.to()));
        result.put("text", sms.text());
        result.put("cleanText", words[words.length - 1]);
        result.put("keyword", words[0]);
        result.put("receivedAt", RECEIVED_AT.format(now));
        result.put("smsCount", 1);
        result.put("price", Map.of("pricePerMessage", 0, "currency", "EUR"));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("results", List.of(result));
        body.put("messageCount", 1);
        body.put("pendingMessageCount", 0);
        return SimulatedRequest.post(account.url(), Jsons.CONTENT_TYPE, Jsons.write(body));
    }
}
