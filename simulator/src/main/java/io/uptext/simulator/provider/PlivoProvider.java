/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Plivo's message URL. */
public final class PlivoProvider implements SimulatedProvider {

    private static final String VERSION = "signature-version";
    private static final String METHOD = "method";
    private static final String PREFIX = "X-Plivo-Signature-";
    private static final String NONCE = "-Nonce";

    @Override
    public String name() {
        return "plivo";
    }

    @Override
    public String title() {
        return "Plivo";
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.SIGNATURE);
    }

    @Override
    public Map<String, String> options() {
        return Map.of(VERSION, "v3 (default) or v2, which does not sign the message", METHOD, "post (default) or get");
    }

    @Override
    public List<String> signatureHeaders() {
        return List.of(
                PREFIX + "V3",
                PREFIX + "MA-V3",
                PREFIX + "V3" + NONCE,
                PREFIX + "V2",
                PREFIX + "Ma-V2",
                PREFIX + "V2" + NONCE);
    }

    @Override
    public boolean signsMessage(Account account) {
        return !isV2(account);
    }

    @Override
    public SimulatedRequest write(SimulatedSms sms, Account account, Instant now) {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "From", sms.from().substring(1),
                "MessageIntent", "",
                "MessageUUID", sms.id(),
                "Text", sms.text(),
                "To", sms.to(),
                "TotalAmount", "0",
                "TotalRate", "0",
                "Type", "sms",
                "Units", "1"));
        String nonce = Long.toUnsignedString(UUID.randomUUID().getLeastSignificantBits());
        boolean isGet = account.option(METHOD, "post").equals("get");
        SimulatedRequest request = isGet
                ? SimulatedRequest.get(URI.create(account.url() + "?" + Forms.encode(parameters)))
                : SimulatedRequest.post(account.url(), Forms.CONTENT_TYPE, Forms.encode(parameters));
        if (isV2(account)) {
            String signature = Macs.base64("HmacSHA256", account.secret(), account.publicUrl() + nonce);
            return request.with(PREFIX + "V2", signature)
                    .with(PREFIX + "Ma-V2", signature)
                    .with(PREFIX + "V2" + NONCE, nonce);
        }
        String signed = account.publicUrl() + "?" + (isGet ? asQuery(parameters) : joined(parameters)) + "." + nonce;
        String signature = Macs.base64("HmacSHA256", account.secret(), signed);
        return request.with(PREFIX + "V3", signature)
                .with(PREFIX + "MA-V3", signature)
                .with(PREFIX + "V3" + NONCE, nonce);
    }

    private static boolean isV2(Account account) {
        return account.option(VERSION, "v3").equals("v2");
    }

    private static String asQuery(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("&"));
    }

    private static String joined(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + each.getValue())
                .collect(Collectors.joining());
    }
}
