/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.platform.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhooks as providers send and sign them. */
public final class SignedWebhooks {

    private SignedWebhooks() {}

    /** A message as Twilio delivers it, signed with the account's token over the address and the parameters. */
    public static HttpRequest twilio(URI url, String token, String sid, String from, String to, String text) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "MessageSid", sid, "From", from, "To", to, "Body", text, "NumMedia", "0", "SmsStatus", "received"));
        StringBuilder signed = new StringBuilder(url.toString());
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> {
            signed.append(name).append(value);
            form.append(form.isEmpty() ? "" : "&").append(name).append('=').append(URLEncoder.encode(value, UTF_8));
        });
        return HttpRequest.newBuilder(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", hmac("HmacSHA1", token.getBytes(UTF_8), signed.toString()))
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                .build();
    }

    /** A message as a gateway delivers it that follows Standard Webhooks. */
    public static HttpRequest generic(
            URI url, String secret, String id, Clock clock, String from, String to, String text) {
        String body = new String(Json.MAPPER.writeValueAsBytes(Map.of("from", from, "to", to, "text", text)), UTF_8);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        return HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + hmac("HmacSHA256", key, id + "." + timestamp + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String hmac(String algorithm, byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
