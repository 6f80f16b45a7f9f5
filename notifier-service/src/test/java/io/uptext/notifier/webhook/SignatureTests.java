/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.uptext.platform.json.Json;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as they arrive, before those who can say whether they are signed: the reference library, and the JDK. */
class SignatureTests {

    private static final String OTHER = "whsec_" + Base64.getEncoder().encodeToString(new byte[64]);
    private static final HexFormat HEX = HexFormat.of();

    /** A SubjectPublicKeyInfo of Ed25519 without its 32 bytes (RFC 8410). */
    private static final byte[] ED25519 = HEX.parseHex("302a300506032b6570032100");

    private Receiver receiver;

    @BeforeEach
    void listen() throws Exception {
        receiver = Receiver.of(Receiver.answering(Receiver.OK));
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void the_reference_library_takes_what_arrives() throws Exception {
        Received received = sent(Clock.systemUTC(), Sending.SECRET);

        assertThat(received.line()).isEqualTo("POST /uptext?token=a1b2 HTTP/1.1");
        assertThat(received.body()).isEqualTo(Sending.BODY);
        assertThat(received.field("content-type")).isEqualTo("application/json");
        assertThat(received.field("user-agent")).isEqualTo("Uptext/1");
        assertThat(received.field("webhook-id")).isEqualTo(Sending.ID);
        assertThat(received.fields()).doesNotContainKeys("cookie", "accept-encoding", "authorization", "referer");
        new Webhook(Sending.SECRET).verify(received.text(), received.headers());
    }

    @Test
    void the_reference_library_refuses_what_was_written_again() throws Exception {
        Received received = sent(Clock.systemUTC(), Sending.SECRET);
        String again =
                Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(Json.MAPPER.readTree(received.text()));

        assertThat(Json.MAPPER.readTree(again)).isEqualTo(Json.MAPPER.readTree(received.text()));
        assertRefused(again, received.headers(), Sending.SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp"})
    void the_reference_library_refuses_another_id_or_time(String header) throws Exception {
        Received received = sent(Clock.systemUTC(), Sending.SECRET);
        Map<String, List<String>> changed = new TreeMap<>(received.fields());
        changed.put(
                header,
                List.of(
                        header.equals("webhook-id")
                                ? "out_other"
                                : String.valueOf(Long.parseLong(received.field(header)) + 1)));

        assertRefused(received.text(), HttpHeaders.of(changed, (_, _) -> true), Sending.SECRET);
        assertRefused(received.text(), received.headers(), OTHER);
    }

    @Test
    void what_was_sent_long_ago_is_refused_and_the_same_message_sent_now_is_taken() throws Exception {
        Clock before = Clock.fixed(Instant.now().minus(Duration.ofMinutes(6)), ZoneOffset.UTC);
        Received old = sent(before, Sending.SECRET);
        Received young = sent(Clock.systemUTC(), Sending.SECRET);

        assertRefused(old.text(), old.headers(), Sending.SECRET);
        new Webhook(Sending.SECRET).verify(young.text(), young.headers());
        assertThat(young.field("webhook-id")).isEqualTo(old.field("webhook-id"));
        assertThat(young.field("webhook-timestamp")).isNotEqualTo(old.field("webhook-timestamp"));
        assertThat(young.body()).isEqualTo(old.body());
    }

    @Test
    void while_a_secret_is_changed_all_keys_sign() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Received received = sent(Clock.systemUTC(), Sending.SECRET, secret(pair), OTHER);

        String[] signatures = received.field("webhook-signature").split(" ", -1);
        assertThat(signatures).extracting(each -> each.split(",", -1)[0]).containsExactly("v1", "v1a", "v1");
        new Webhook(Sending.SECRET).verify(received.text(), received.headers());
        new Webhook(OTHER).verify(received.text(), received.headers());
        assertThat(verifies(open(pair), received, signatures[1])).isTrue();
    }

    @Test
    void a_public_key_tells_what_was_changed() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Received received = sent(Clock.systemUTC(), secret(pair));
        String signature = received.field("webhook-signature");

        String altered = received.raw().replace("confirmed\"", "confirmee\"");
        assertThat(altered).isNotEqualTo(received.raw());
        assertThat(verifies(open(pair), received, signature)).isTrue();
        assertThat(verifies(open(other), received, signature)).isFalse();
        assertThat(verifies(open(pair), new Received(received.line(), received.fields(), altered), signature))
                .isFalse();
    }

    /** RFC 8032, 7.1, TEST 2: the seed, the public key, the message and its signature. */
    @Test
    void a_private_key_is_the_seed_of_RFC_8032() {
        String seed = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
        String signature = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

        assertThat(SigningKey.Private.of(HEX.parseHex(seed)).sign(new byte[] {0x72}))
                .isEqualTo("v1a," + Base64.getEncoder().encodeToString(HEX.parseHex(signature)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a b", "a\r\nx: y", "é"})
    void an_id_that_could_be_taken_for_something_else_is_not_signed(String id) {
        SigningKeys keys = new SigningKeys(List.of(SigningKey.parse(Sending.SECRET)));

        assertThatIllegalArgumentException().isThrownBy(() -> keys.signature(id, Instant.EPOCH, Sending.BODY));
    }

    @Test
    void keys_print_without_themselves() throws Exception {
        String secret = secret(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());

        assertThat(SigningKey.parse(Sending.SECRET)).hasToString("v1 ***");
        assertThat(SigningKey.parse(secret)).hasToString("v1a ***");
        assertThat(new SigningKeys(List.of(SigningKey.parse(secret)))).hasToString("SigningKeys[keys=[v1a ***]]");
        assertThat(Sending.secrets(Sending.SECRET, secret)).hasToString("the keys of 1 webhooks");
    }

    private Received sent(Clock clock, String... keys) throws Exception {
        try (HttpSender sender = Sending.toThisMachine(Sending.secrets(keys), Limits.USUAL, clock, receiver.origin())) {
            assertThat(Sending.send(sender, Sending.target(receiver.origin() + "/uptext?token=a1b2")))
                    .isEqualTo(new Attempt.Delivered(200));
            return receiver.requests().getLast();
        }
    }

    private static void assertRefused(String body, HttpHeaders headers, String secret) {
        assertThatThrownBy(() -> new Webhook(secret).verify(body, headers))
                .isInstanceOf(WebhookVerificationException.class);
    }

    private static String secret(KeyPair pair) {
        byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
        return "whsk_" + Base64.getEncoder().encodeToString(seed);
    }

    /** What the relying party has: the 32 bytes behind whpk_. */
    private static byte[] open(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, ED25519.length, encoded.length);
    }

    private static boolean verifies(byte[] open, Received received, String signature) throws Exception {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        encoded.writeBytes(ED25519);
        encoded.writeBytes(open);
        PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
        Signature verification = Signature.getInstance("Ed25519");
        verification.initVerify(key);
        verification.update(
                (received.field("webhook-id") + "." + received.field("webhook-timestamp") + ".").getBytes(UTF_8));
        verification.update(received.body());
        return verification.verify(Base64.getDecoder().decode(signature.substring("v1a,".length())));
    }
}
