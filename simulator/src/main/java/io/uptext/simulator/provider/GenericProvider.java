/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Any gateway: what it sends, and how it signs that, is for the account's options to say. */
public final class GenericProvider implements SimulatedProvider {

    private static final String SECRET_PREFIX = "whsec_";
    private static final String HMAC_HEADER = "hmac-header";
    private static final String ID_FIELD = "id-field";
    private static final List<String> STANDARD_HEADERS =
            List.of("webhook-id", "webhook-timestamp", "webhook-signature");

    @Override
    public String name() {
        return "generic";
    }

    @Override
    public String title() {
        return "Any gateway";
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.SIGNATURE, Proof.BASIC, Proof.HEADER, Proof.QUERY, Proof.NONE);
    }

    @Override
    public Map<String, String> options() {
        return Map.of(
                "body",
                "json (default), form or query",
                ID_FIELD,
                "where the id stands; a dot goes one level deeper into JSON",
                "from-field",
                "where the sender stands",
                "to-field",
                "where the destination stands",
                "text-field",
                "where the text stands",
                "signature",
                "standard-webhooks (default) or hmac",
                HMAC_HEADER,
                "the header with the signature",
                "hmac-algorithm",
                "sha256 (default), sha1 or sha512",
                "hmac-encoding",
                "hex (default) or base64",
                "hmac-prefix",
                "what stands before the signature");
    }

    @Override
    public List<String> signatureHeaders() {
        return STANDARD_HEADERS;
    }

    @Override
    public List<String> signatureHeaders(Account account) {
        return signsByHmac(account) ? List.of(account.option(HMAC_HEADER, "")) : STANDARD_HEADERS;
    }

    @Override
    public boolean signsTime() {
        return true;
    }

    @Override
    public boolean signsTime(Account account) {
        return !signsByHmac(account);
    }

    @Override
    public String otherSecret(String secret) {
        return secret.startsWith(SECRET_PREFIX)
                ? SECRET_PREFIX + Base64.getEncoder().encodeToString(Macs.sha256(secret.getBytes(UTF_8)))
                : secret + "-other";
    }

    @Override
    public SimulatedRequest write(SimulatedSms sms, Account account, Instant now) {
        SimulatedRequest request = message(sms, account);
        if (account.proof() != Proof.SIGNATURE) {
            return request;
        }
        return signsByHmac(account) ? hmac(request, account) : standardWebhook(request, sms.id(), account, now);
    }

    private static boolean signsByHmac(Account account) {
        return account.option("signature", "").equals("hmac");
    }

    private static SimulatedRequest message(SimulatedSms sms, Account account) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                account.option("from-field", "from"), sms.from(),
                account.option("to-field", "to"), sms.to(),
                account.option("text-field", "text"), sms.text()));
        // A Standard Webhook has its id in a header already.
        if (account.proof() != Proof.SIGNATURE
                || signsByHmac(account)
                || account.options().containsKey(ID_FIELD)) {
            fields.put(account.option(ID_FIELD, "id"), sms.id());
        }
        return switch (account.option("body", "json")) {
            case "json" -> SimulatedRequest.post(account.url(), Jsons.CONTENT_TYPE, Jsons.write(Jsons.nested(fields)));
            case "form" -> SimulatedRequest.post(account.url(), Forms.CONTENT_TYPE, Forms.encode(fields));
            case "query" -> SimulatedRequest.get(URI.create(account.url() + "?" + Forms.encode(fields)));
            default -> throw new IllegalArgumentException("body is json, form or query");
        };
    }

    private static SimulatedRequest standardWebhook(SimulatedRequest request, String id, Account account, Instant now) {
        String timestamp = Long.toString(now.getEpochSecond());
        byte[] key = Base64.getDecoder().decode(account.secret().substring(SECRET_PREFIX.length()));
        String signed = id + "." + timestamp + "." + new String(request.body(), UTF_8);
        byte[] mac = Macs.mac("HmacSHA256", key, signed.getBytes(UTF_8));
        return request.with("webhook-id", id)
                .with("webhook-timestamp", timestamp)
                .with("webhook-signature", "v1," + Base64.getEncoder().encodeToString(mac));
    }

    private static SimulatedRequest hmac(SimulatedRequest request, Account account) {
        String algorithm = "Hmac" + account.option("hmac-algorithm", "sha256").toUpperCase(Locale.ROOT);
        byte[] mac = Macs.mac(algorithm, account.secret().getBytes(UTF_8), request.body());
        String written = account.option("hmac-encoding", "hex").equals("base64")
                ? Base64.getEncoder().encodeToString(mac)
                : HexFormat.of().formatHex(mac);
        return request.with(account.option(HMAC_HEADER, ""), account.option("hmac-prefix", "") + written);
    }
}
