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
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Inbound webhooks of Vonage's SMS API. */
public final class VonageSmsProvider implements SimulatedProvider {

    private static final String METHOD = "signature-method";
    private static final String FORMAT = "format";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public String name() {
        return "vonage-sms";
    }

    @Override
    public String title() {
        return "Vonage SMS API";
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.SIGNATURE, Proof.BASIC, Proof.HEADER, Proof.QUERY, Proof.NONE);
    }

    @Override
    public Map<String, String> options() {
        return Map.of(
                METHOD,
                "sha256 (default), sha512, sha1, md5 or md5hash",
                FORMAT,
                "json (default), form or query, which is a GET");
    }

    @Override
    public boolean signsTime() {
        return true;
    }

    @Override
    public SimulatedRequest write(SimulatedSms sms, Account account, Instant now) {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "api-key",
                "demo-key",
                "keyword",
                sms.text().split(" ", 2)[0].toUpperCase(Locale.ROOT),
                "message-timestamp",
                TIME.format(now),
                "messageId",
                sms.id(),
                "msisdn",
                sms.from().substring(1),
                "text",
                sms.text(),
                "to",
                sms.to(),
                "type",
                sms.text().chars().allMatch(character -> character < 128) ? "text" : "unicode"));
        if (account.proof() == Proof.SIGNATURE) {
            parameters.put("nonce", UUID.randomUUID().toString());
            parameters.put("timestamp", Long.toString(now.getEpochSecond()));
            parameters.put("sig", sign(parameters, account));
        }
        return switch (account.option(FORMAT, "json")) {
            case "query" -> SimulatedRequest.get(URI.create(account.url() + "?" + Forms.encode(parameters)));
            case "form" -> SimulatedRequest.post(account.url(), Forms.CONTENT_TYPE, Forms.encode(parameters));
            default -> SimulatedRequest.post(account.url(), Jsons.CONTENT_TYPE, Jsons.write(parameters));
        };
    }

    private static String sign(Map<String, String> parameters, Account account) {
        String signed = parameters.entrySet().stream()
                .filter(each -> !each.getValue().isBlank())
                .map(each -> "&" + each.getKey() + "=" + each.getValue().replaceAll("[&=]", "_"))
                .collect(Collectors.joining());
        return switch (account.option(METHOD, "sha256")) {
            case "md5hash" -> HexFormat.of().formatHex(Macs.md5((signed + account.secret()).getBytes(UTF_8)));
            case "md5" -> Macs.hex("HmacMD5", account.secret(), signed);
            case "sha1" -> Macs.hex("HmacSHA1", account.secret(), signed);
            case "sha512" -> Macs.hex("HmacSHA512", account.secret(), signed);
            default -> Macs.hex("HmacSHA256", account.secret(), signed);
        };
    }
}
