/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.generic;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.Signatures;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generic door, held against the specification's vector and against another implementation. */
class GenericDoorTests {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIMESTAMP = "1614265330";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant THEN = Instant.ofEpochSecond(1614265330);

    private final GenericDoor door = new GenericDoor();

    @Test
    void theVectorOfTheSpecificationIsGenuine() {
        assertGenuine(request(ID, TIMESTAMP, SIGNATURE, BODY, THEN));
    }

    @Test
    void anotherImplementationAgreesBothWays() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            byte[] key = new byte[24 + random.nextInt(41)];
            random.nextBytes(key);
            String secret = "whsec_" + Base64.getEncoder().encodeToString(key);
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            String timestamp = Long.toString(now.getEpochSecond());
            String body = "{\"text\":\"h\u00e5j " + random.nextLong() + "\"}";
            Webhook oracle = new Webhook(secret);

            String theirs = oracle.sign("msg_" + i, now.getEpochSecond(), body);
            assertThat(door.authenticate(request("msg_" + i, timestamp, theirs, body, now), connector(secret)))
                    .isEqualTo(new Authenticity.Genuine());

            byte[] signed = ("msg_" + i + "." + timestamp + "." + body).getBytes(UTF_8);
            String ours = "v1," + Signatures.hmac("HmacSHA256", key, signed);
            oracle.verify(
                    body,
                    Map.of(
                            "webhook-id", List.of("msg_" + i),
                            "webhook-timestamp", List.of(timestamp),
                            "webhook-signature", List.of(ours)));
        }
    }

    @Test
    void oneRightSignatureAmongSeveralIsEnough() {
        assertGenuine(request(ID, TIMESTAMP, "v1,AAAA v1a,BBBB " + SIGNATURE + " v2,x", BODY, THEN));
        assertForged(request(ID, TIMESTAMP, "v1,AAAA v1a,BBBB", BODY, THEN));
    }

    @Test
    void theSchemeIsPartOfTheSignature() {
        assertForged(request(ID, TIMESTAMP, SIGNATURE.replace("v1,", "v1a,"), BODY, THEN));
        assertForged(request(ID, TIMESTAMP, SIGNATURE.replace("v1,", ""), BODY, THEN));
    }

    @Test
    void theOldSecretStillCountsWhileItIsBeingChanged() {
        String other = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
        RawRequest request = request(ID, TIMESTAMP, SIGNATURE, BODY, THEN);

        assertThat(door.authenticate(request, connector(other, SECRET))).isEqualTo(new Authenticity.Genuine());
        assertThat(door.authenticate(request, connector(SECRET, other))).isEqualTo(new Authenticity.Genuine());
        assertThat(door.authenticate(request, connector(other))).isInstanceOf(Authenticity.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 300})
    void anAttemptWithinFiveMinutesCounts(long seconds) {
        assertGenuine(request(ID, TIMESTAMP, SIGNATURE, BODY, THEN.plusSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400})
    void anAttemptFurtherAwayIsForged(long seconds) {
        assertForged(request(ID, TIMESTAMP, SIGNATURE, BODY, THEN.plusSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a b", "\u00e5", "-1", "1e9", "99999999999999999999"})
    void anIdOrTimestampOfAnotherFormIsForged(String value) {
        assertForged(
                request(value.isEmpty() || value.contains(".") ? value : ID + " ", TIMESTAMP, SIGNATURE, BODY, THEN));
        assertForged(request(ID, value, SIGNATURE, BODY, THEN));
    }

    @Test
    void aMissingHeaderIsForged() {
        RawRequest bare = new RawRequest("POST", _ -> List.of(), null, BODY.getBytes(UTF_8), THEN, Set.of());

        assertForged(bare);
    }

    @Test
    void everyOneOf200SeededMutantsIsRefused() {
        Random random = new Random(20260924);
        for (int i = 0; i < 200; i++) {
            RawRequest mutant = switch (i % 4) {
                case 0 -> request(ID, TIMESTAMP, SIGNATURE, mutant(BODY, random), THEN);
                case 1 -> request(mutant(ID, random), TIMESTAMP, SIGNATURE, BODY, THEN);
                case 2 -> request(ID, mutant(TIMESTAMP, random), SIGNATURE, BODY, THEN);
                default -> request(ID, TIMESTAMP, mutant(SIGNATURE, random), BODY, THEN);
            };
            assertForged(mutant);
        }
    }

    private static String mutant(String original, Random random) {
        int at = random.nextInt(original.length());
        char flipped = (char) (original.charAt(at) ^ 1 << random.nextInt(7));
        return original.substring(0, at) + flipped + original.substring(at + 1);
    }

    @Test
    void aMessageIsReadUntrimmedAndUnknownFieldsAreIgnored() {
        String body = "{\"from\":\"+46701234567\",\"to\":\"50500\",\"text\":\" hej\\n\",\"more\":{\"a\":[1]}}";

        assertThat(door.read(request(ID, TIMESTAMP, SIGNATURE, body, THEN), connector(SECRET)))
                .isEqualTo(new Reading.Messages(List.of(new DoorMessage(ID, "+46701234567", "50500", " hej\n"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "null",
                "\"from\"",
                "{\"from\":\"1\",\"to\":\"2\"}",
                "{\"from\":\"1\",\"text\":\"3\"}",
                "{\"to\":\"2\",\"text\":\"3\"}",
                "{\"from\":1,\"to\":\"2\",\"text\":\"3\"}",
                "{\"from\":\"1\",\"to\":[\"2\"],\"text\":\"3\"}",
                "{\"from\":\"1\",\"to\":\"2\",\"text\":null}",
                "{\"from\":\"1\",\"from\":\"4\",\"to\":\"2\",\"text\":\"3\"}",
                "{\"from\":\"1\",\"to\":\"2\",\"text\":\"3\"} {}",
                "{\"from\":\"1\",\"to\":\"2\",\"text\":\"\\ud800\"}",
                "\uFEFF{\"from\":\"1\",\"to\":\"2\",\"text\":\"3\"}",
            })
    void anythingElseIsMalformed(String body) {
        assertThat(door.read(request(ID, TIMESTAMP, SIGNATURE, body, THEN), connector(SECRET)))
                .isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void bytesThatAreNotUtf8AreMalformed() {
        byte[] utf16 = "{\"from\":\"1\",\"to\":\"2\",\"text\":\"3\"}".getBytes(UTF_16);

        assertThat(door.read(request(ID, TIMESTAMP, SIGNATURE, utf16, THEN), connector(SECRET)))
                .isInstanceOf(Reading.Malformed.class);
    }

    private void assertGenuine(RawRequest request) {
        assertThat(door.authenticate(request, connector(SECRET))).isEqualTo(new Authenticity.Genuine());
    }

    private void assertForged(RawRequest request) {
        assertThat(door.authenticate(request, connector(SECRET))).isInstanceOf(Authenticity.Forged.class);
    }

    private static RawRequest request(String id, String timestamp, String signature, String body, Instant now) {
        return request(id, timestamp, signature, body.getBytes(UTF_8), now);
    }

    private static RawRequest request(String id, String timestamp, String signature, byte[] body, Instant now) {
        Map<String, List<String>> headers = Map.of(
                "webhook-id", List.of(id),
                "webhook-timestamp", List.of(timestamp),
                "webhook-signature", List.of(signature));
        return new RawRequest("POST", name -> headers.getOrDefault(name, List.of()), null, body, now, Set.of());
    }

    private Connector connector(String... secrets) {
        return Connectors.of(door).secrets(secrets).build();
    }
}
