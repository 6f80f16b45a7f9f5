/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the library of Standard Webhooks' authors, which signs by shared secrets, and the JDK's Ed25519. */
class WebhookVerifierTests {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final String ID = "evt_1";
    private static final String BODY = "{\"type\":\"challenge.confirmed\",\"text\":\"åäö ✓\"}";
    private static final String SECRET = secret(1);
    private static final String OTHER = secret(2);

    private final WebhookVerifier verifier = verifier(SECRET);

    @Test
    void what_others_sign_is_taken() throws Exception {
        Webhook webhook = verifier.verify(headers(ID, NOW, signed(SECRET, ID, NOW, BODY)), bytes(BODY));
        assertThat(webhook).isEqualTo(new Webhook(ID, NOW));
    }

    @Test
    void the_library_takes_the_same() throws Exception {
        Random random = new Random(7);
        Instant now = Instant.now();
        for (int i = 0; i < 200; i++) {
            String body = random.ints(random.nextInt(200), 32, 0x2fff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String secret = secret(random.nextLong());
            String signature = signed(secret, ID, now, body);
            new com.standardwebhooks.Webhook(secret)
                    .verify(body, java.net.http.HttpHeaders.of(headers(ID, now, signature), (_, _) -> true));
            WebhookVerifier.of(List.of(secret)).verify(headers(ID, now, signature), bytes(body));
        }
    }

    @Test
    void one_of_several_signatures_by_one_of_several_secrets_is_enough() throws Exception {
        String signatures =
                "v2,AAAA v1,!!! nonsense " + signed(OTHER, ID, NOW, BODY) + " " + signed(SECRET, ID, NOW, BODY);
        verifier.verify(headers(ID, NOW, signatures), bytes(BODY));
        verifier(OTHER, secret(3)).verify(headers(ID, NOW, signatures), bytes(BODY));
        refused(WebhookFlaw.WRONG_SIGNATURE, verifier(secret(3)), headers(ID, NOW, signatures), BODY);
    }

    @Test
    void what_was_changed_is_refused() throws Exception {
        String signature = signed(SECRET, ID, NOW, BODY);
        refused(WebhookFlaw.WRONG_SIGNATURE, verifier, headers(ID, NOW, signature), BODY + " ");
        refused(WebhookFlaw.WRONG_SIGNATURE, verifier, headers("evt_2", NOW, signature), BODY);
        refused(WebhookFlaw.WRONG_SIGNATURE, verifier, headers(ID, NOW.plusSeconds(1), signature), BODY);
        refused(WebhookFlaw.WRONG_SIGNATURE, verifier, headers(ID, NOW, signature.replace("v1,", "v1a,")), BODY);
        refused(WebhookFlaw.WRONG_SIGNATURE, verifier, headers(ID, NOW, signature.substring(3)), BODY);
        refused(WebhookFlaw.WRONG_SIGNATURE, verifier, headers(ID, NOW, "v1,"), BODY);
        refused(WebhookFlaw.WRONG_SIGNATURE, verifier, headers(ID, NOW, "v1,x ".repeat(40) + signature), BODY);
    }

    @Test
    void five_minutes_is_the_most() throws Exception {
        for (int seconds : List.of(-300, 300)) {
            Instant then = NOW.plusSeconds(seconds);
            verifier.verify(headers(ID, then, signed(SECRET, ID, then, BODY)), bytes(BODY));
        }
        Instant old = NOW.minusSeconds(301);
        refused(WebhookFlaw.TOO_OLD, verifier, headers(ID, old, signed(SECRET, ID, old, BODY)), BODY);
        refused(WebhookFlaw.TOO_OLD, verifier, headers(ID, old, "v1,AAAA"), BODY);
        Instant coming = NOW.plusSeconds(301);
        refused(WebhookFlaw.TOO_NEW, verifier, headers(ID, coming, signed(SECRET, ID, coming, BODY)), BODY);
    }

    @Test
    void each_header_is_there_once_and_in_any_case() throws Exception {
        Map<String, List<String>> headers = headers(ID, NOW, signed(SECRET, ID, NOW, BODY));
        for (String name : headers.keySet()) {
            Map<String, List<String>> fewer = new LinkedHashMap<>(headers);
            fewer.remove(name);
            refused(WebhookFlaw.MISSING_HEADER, verifier, fewer, BODY);
            Map<String, List<String>> twice = new LinkedHashMap<>(headers);
            twice.put(name.toUpperCase(java.util.Locale.ROOT), headers.getOrDefault(name, List.of()));
            refused(WebhookFlaw.MISSING_HEADER, verifier, twice, BODY);
        }
        Map<String, List<String>> shouted = new LinkedHashMap<>();
        headers.forEach((name, values) -> shouted.put(name.toUpperCase(java.util.Locale.ROOT), values));
        verifier.verify(shouted, bytes(BODY));
        for (String time : List.of("now", "-1", "1e9", "99999999999999")) {
            Map<String, List<String>> odd = new LinkedHashMap<>(headers);
            odd.put("webhook-timestamp", List.of(time));
            refused(WebhookFlaw.MALFORMED_TIME, verifier, odd, BODY);
        }
    }

    @Test
    void a_public_key_verifies_what_only_the_private_one_signs() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        String key = "whpk_"
                + Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        String signature = "v1a," + ed25519(pair.getPrivate(), ID + "." + NOW.getEpochSecond() + "." + BODY);

        verifier(key).verify(headers(ID, NOW, signature), bytes(BODY));
        verifier(SECRET, key).verify(headers(ID, NOW, "v1,AAAA " + signature), bytes(BODY));
        refused(WebhookFlaw.WRONG_SIGNATURE, verifier(key), headers(ID, NOW, signature), BODY + " ");
        refused(WebhookFlaw.WRONG_SIGNATURE, verifier(key), headers(ID, NOW, signature.replace("v1a,", "v1,")), BODY);
        refused(WebhookFlaw.WRONG_SIGNATURE, verifier(key), headers(ID, NOW, "v1a,AAAA"), BODY);
    }

    /** RFC 8032, 7.1, test 3: the key and the signature of two octets. */
    @Test
    void raw_public_keys_are_read_as_the_rfc_writes_them() throws Exception {
        byte[] raw =
                java.util.HexFormat.of().parseHex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
        byte[] signature = java.util.HexFormat.of()
                .parseHex("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
        WebhookSecret key = WebhookSecret.parse("whpk_" + Base64.getEncoder().encodeToString(raw));
        assertThat(key.signs(new byte[] {(byte) 0xaf, (byte) 0x82}, List.of(signature)))
                .isTrue();
        assertThat(key.signs(new byte[] {(byte) 0xaf, (byte) 0x83}, List.of(signature)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_",
                "whsec_c2hvcnQ=",
                "whsec_***",
                "whpk_AAAA",
                "whsk_AAAA"
            })
    void what_is_no_secret_is_refused_at_the_start_without_being_quoted(String secret) {
        assertThatThrownBy(() -> verifier(secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("webhook")
                .hasMessageNotContainingAny("MfKQ9", "c2hv");
    }

    private static void refused(
            WebhookFlaw flaw, WebhookVerifier verifier, Map<String, List<String>> headers, String body) {
        assertThatThrownBy(() -> verifier.verify(headers, bytes(body)))
                .isInstanceOfSatisfying(
                        WebhookException.class, e -> assertThat(e.flaw()).isEqualTo(flaw));
    }

    private static WebhookVerifier verifier(String... secrets) {
        return WebhookVerifier.of(List.of(secrets), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static String secret(long seed) {
        byte[] bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    private static String signed(String secret, String id, Instant at, String body) throws Exception {
        return new com.standardwebhooks.Webhook(secret).sign(id, at.getEpochSecond(), body);
    }

    private static String ed25519(PrivateKey key, String content) throws Exception {
        Signature signing = Signature.getInstance("Ed25519");
        signing.initSign(key);
        signing.update(bytes(content));
        return Base64.getEncoder().encodeToString(signing.sign());
    }

    private static Map<String, List<String>> headers(String id, Instant at, String signatures) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("webhook-id", List.of(id));
        headers.put("webhook-timestamp", List.of(Long.toString(at.getEpochSecond())));
        headers.put("webhook-signature", List.of(signatures));
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
