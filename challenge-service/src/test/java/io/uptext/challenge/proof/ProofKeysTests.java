/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.uptext.platform.file.InvalidFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of keys that sign proofs. */
class ProofKeysTests {

    @Test
    void the_first_signs_and_the_public_halves_of_all_are_published() throws Exception {
        ECKey one = key(Curve.P_256, "one");
        ECKey two = key(Curve.P_256, "two");

        ProofKeys keys = read(one, two);

        assertThat(keys.signing()).isEqualTo(one);
        assertThat(JWKSet.parse(keys.published()).getKeys())
                .containsExactly(one.toPublicJWK(), two.toPublicJWK())
                .noneMatch(JWK::isPrivate);
        assertThat(keys).hasToString("2 keys, and signs with one");
        assertThat(keys.published())
                .doesNotContain(one.getD().toString(), two.getD().toString());
    }

    @Test
    void a_key_that_cannot_sign_by_es256_or_has_no_name_of_its_own_is_refused() throws Exception {
        ECKey good = key(Curve.P_256, "one");
        assertRefused("keys[0] must be a private key with", key(Curve.P_384, "one"));
        assertRefused("keys[0] must be a private key with", good.toPublicJWK());
        assertRefused(
                "keys[1] must be a private key with",
                good,
                new RSAKeyGenerator(2048).keyID("two").generate());
        assertRefused("keys[0].kid must be there", key(Curve.P_256, null));
        assertRefused("keys[1].kid must be there, and no other key's", good, key(Curve.P_256, "one"));
        assertRefused("keys must have 1 to 10 entries");
        assertRefused(
                "keys[0] has a \"d\" that is not that of its \"x\" and \"y\"",
                new ECKey.Builder(Curve.P_256, good.getX(), good.getY())
                        .d(key(Curve.P_256, "two").getD())
                        .keyID("mixed")
                        .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "no JSON",
                "{\"keys\":5}",
                "{\"keys\":[{\"kty\":\"EC\",\"d\":\"secret\"}]}"
            })
    void what_is_no_jwk_set_is_refused_and_not_repeated(String content) {
        assertThatThrownBy(() -> ProofKeys.read(content.getBytes(UTF_8)))
                .isInstanceOf(InvalidFileException.class)
                .message()
                .doesNotContain("secret");
    }

    private static void assertRefused(String sentence, JWK... keys) {
        assertThatThrownBy(() -> read(keys))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining(sentence);
    }

    private static ProofKeys read(JWK... keys) throws InvalidFileException {
        return ProofKeys.read(new JWKSet(List.of(keys)).toString(false).getBytes(UTF_8));
    }

    private static ECKey key(Curve curve, @Nullable String id) throws JOSEException {
        return new ECKeyGenerator(curve).keyID(id).generate();
    }
}
