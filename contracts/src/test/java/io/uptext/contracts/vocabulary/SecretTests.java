/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SeededRandom.class)
class SecretTests {

    private static final Pepper PEPPER = new Pepper(base64("0123456789abcdef0123456789abcdef"));
    private static final ChallengeCode CODE = ChallengeCode.ofNormal("7KQ4M2XHC");
    private static final Destination SHORT_CODE = new Destination("50500");
    private static final Msisdn SENDER = Msisdn.ofE164("+46701234567");

    @Test
    void the_same_code_at_another_destination_has_another_key() {
        assertThat(PEPPER.codeKey(SHORT_CODE, CODE))
                .isEqualTo(PEPPER.codeKey(Destination.parse("+50500"), ChallengeCode.ofNormal("7KQ4M2XHC")))
                .isNotEqualTo(PEPPER.codeKey(new Destination("50501"), CODE))
                .isNotEqualTo(PEPPER.codeKey(SHORT_CODE, ChallengeCode.ofNormal("3FTN8WAR0")));
    }

    @Test
    void another_pepper_makes_another_key() {
        Pepper other = new Pepper(base64("0123456789abcdef0123456789abcdeF"));
        assertThat(other.codeKey(SHORT_CODE, CODE)).isNotEqualTo(PEPPER.codeKey(SHORT_CODE, CODE));
        assertThat(other.senderKey(SENDER)).isNotEqualTo(PEPPER.senderKey(SENDER));
    }

    @Test
    void numbers_follow_from_the_secret_and_the_text() {
        long[] numbers = PEPPER.numbers("one").longs(100).toArray();
        assertThat(numbers)
                .doesNotHaveDuplicates()
                .isEqualTo(PEPPER.numbers("one").longs(100).toArray())
                .isNotEqualTo(PEPPER.numbers("two").longs(100).toArray())
                .isNotEqualTo(new Pepper(base64("0123456789abcdef0123456789abcdeF"))
                        .numbers("one")
                        .longs(100)
                        .toArray());
        assertThat(ChallengeCode.random(PEPPER.numbers("one"))).isEqualTo(ChallengeCode.random(PEPPER.numbers("one")));
    }

    @Test
    void an_api_key_is_read_as_it_was_drawn_and_does_not_show_itself() {
        ApiKey key = ApiKey.random(PEPPER.numbers("key"));
        assertThat(ApiKey.parse(key.reveal()).orElseThrow())
                .hasToString("upk_" + key.id() + "_***")
                .extracting(ApiKey::id, ApiKey::hash)
                .containsExactly(key.id(), key.hash());
        assertThat(key.hash()).matches("[0-9a-f]{64}").doesNotContain(key.id());
    }

    @Test
    void a_code_challenge_is_met_by_its_verifier_only() {
        // RFC 7636, appendix B.
        PkceChallenge challenge = new PkceChallenge("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        String verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        assertThat(challenge.isMetBy(verifier)).isTrue();
        assertThat(challenge.isMetBy(verifier + "A")).isFalse();
        assertThat(challenge.isMetBy("")).isFalse();
        assertThat(challenge.isMetBy(challenge.value())).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new PkceChallenge(verifier + "="));
    }

    @Test
    void a_key_stays_what_it_is_over_releases() {
        assertThat(PEPPER.codeKey(SHORT_CODE, CODE))
                .hasToString("5a446571f44c2a4dd86b5c72d2ee0eee309aa88f988a93e9bda35cc16ed855e0");
        assertThat(PEPPER.senderKey(SENDER))
                .hasToString("f1c1ff4ad8de4043452fb48fd7c092c6d21e49ed22882fd11c234a22fc63ea15");
    }

    @Test
    void a_key_contains_neither_code_nor_number() {
        assertThat(PEPPER.codeKey(SHORT_CODE, CODE).value())
                .matches("[0-9a-f]{64}")
                .doesNotContainIgnoringCase(CODE.normal())
                .doesNotContain(SHORT_CODE.address());
        assertThat(PEPPER.senderKey(SENDER).value()).matches("[0-9a-f]{64}").doesNotContain(SENDER.digits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZQ==", "not base64!"})
    void a_short_or_broken_pepper_is_refused_and_not_repeated(String base64) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pepper(base64))
                .satisfies(refusal -> {
                    if (!base64.isEmpty()) {
                        assertThat(refusal.getMessage()).doesNotContain(base64);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7KQ4M2XHC", "+46701234567"})
    void a_key_is_64_hexadecimal_digits_and_nothing_else(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CodeKey(value))
                .withMessage("not a code key: want 64 hexadecimal digits");
    }

    @Test
    void a_wait_token_is_read_back_and_hashes_alike(RandomGenerator random) {
        byte[] bytes = new byte[WaitToken.BYTES];
        random.nextBytes(bytes);
        WaitToken token = WaitToken.of(bytes);
        assertThat(token.reveal()).matches("upw_[A-Za-z0-9_-]{43}");
        assertThat(WaitToken.parse(token.reveal()).reveal()).isEqualTo(token.reveal());
        assertThat(WaitToken.parse(token.reveal()).hash()).isEqualTo(token.hash());
        assertThat(token.hash().value()).doesNotContain(token.reveal().substring(4, 12));
    }

    @Test
    void one_bit_makes_another_token_and_another_hash() {
        byte[] bytes = new byte[WaitToken.BYTES];
        WaitTokenHash hash = WaitToken.of(bytes).hash();
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] other = Arrays.copyOf(bytes, bytes.length);
            other[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            assertThat(WaitToken.of(other).hash()).as("bit %d", bit).isNotEqualTo(hash);
        }
    }

    @Test
    void a_wait_token_is_hashed_by_sha_256() {
        // printf upw_AAAA…A | sha256sum, in base64url
        assertThat(WaitToken.of(new byte[WaitToken.BYTES]).hash().value())
                .isEqualTo("uYyQ7FKmjaaG7RZTLQaFG3nEZwTrv3GbOiI5B33l9u4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "upw_",
                "upw_AAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "upw_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="
            })
    void another_form_is_no_wait_token_and_is_not_repeated(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WaitToken.parse(value))
                .withMessage("not a wait token");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31, 33})
    void a_wait_token_is_made_of_256_bits(int bytes) {
        assertThatIllegalArgumentException().isThrownBy(() -> WaitToken.of(new byte[bytes]));
    }

    @Test
    void every_secret_prints_masked() {
        assertThat(CODE).hasToString("*********");
        assertThat(SENDER).hasToString("+467*****567");
        assertThat(PEPPER).hasToString("Pepper[***]");
        assertThat(WaitToken.of(new byte[WaitToken.BYTES])).hasToString("upw_***");
    }

    private static String base64(String ascii) {
        return Base64.getEncoder().encodeToString(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
