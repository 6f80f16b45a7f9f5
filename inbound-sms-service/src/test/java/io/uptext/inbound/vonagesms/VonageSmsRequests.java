/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.vonagesms;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.Requests;
import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import io.uptext.simulator.provider.VonageSmsProvider;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests and connectors for tests of the door of Vonage's SMS API, with secret and time of vonage-java-sdk's own test. */
final class VonageSmsRequests {

    static final String SECRET = "abcde";
    static final Instant NOW = Instant.ofEpochSecond(2100);
    static final String[] FORMATS = {"query", "form", "json"};

    private static final SimulatedSms SMS =
            new SimulatedSms("0A0000000123ABCD1", "+46701234567", "50500", "ACME LOGIN 7KQ4M2XHC");

    private VonageSmsRequests() {}

    static SimulatedRequest simulated(String method, String format) {
        Account account = Account.of(URI.create(Connectors.URL), Proof.SIGNATURE, SECRET)
                .with("signature-method", method)
                .with("format", format);
        return new VonageSmsProvider().request(SMS, account, NOW);
    }

    /** Parameters as one of the three formats writes them; none of them needs an escape in JSON. */
    static SimulatedRequest request(String format, Map<String, String> parameters) {
        return switch (format) {
            case "query" -> SimulatedRequest.get(URI.create(Connectors.URL + "?" + encoded(parameters)));
            case "form" -> form(encoded(parameters));
            default ->
                json(parameters.entrySet().stream()
                        .map(each -> "\"" + each.getKey() + "\":\"" + each.getValue() + "\"")
                        .collect(Collectors.joining(",", "{", "}")));
        };
    }

    static SimulatedRequest form(String body) {
        return SimulatedRequest.post(URI.create(Connectors.URL), "application/x-www-form-urlencoded", body);
    }

    static SimulatedRequest json(String body) {
        return SimulatedRequest.post(URI.create(Connectors.URL), "application/json; charset=utf-8", body);
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> URLEncoder.encode(each.getKey(), UTF_8) + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Connectors connectors(String... secrets) {
        return Connectors.of(new VonageSmsDoor()).secrets(secrets);
    }

    static Authenticity authenticate(SimulatedRequest request, Connectors connectors) {
        return authenticate(request, NOW, connectors);
    }

    static Authenticity authenticate(SimulatedRequest request, Instant receivedAt, Connectors connectors) {
        return new VonageSmsDoor().authenticate(Requests.raw(request, receivedAt), connectors.build());
    }
}
