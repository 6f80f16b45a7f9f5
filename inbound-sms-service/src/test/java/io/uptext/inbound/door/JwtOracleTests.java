/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.uptext.inbound.door.Jwt.Algorithm;
import java.text.ParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Held against another implementation, Nimbus: what it signs counts, and whatever counts it takes too. */
class JwtOracleTests {

    private static final EnumSet<Algorithm> ALL = EnumSet.allOf(Algorithm.class);
    private static final String ALPHABET = "abcXYZ019-_.=~ /+\u00e5\u20ac";

    @Test
    void whatNimbusSignsCountsUnderItsSecretOnly() throws Exception {
        Random random = new Random(20261124);
        for (int i = 0; i < 2000; i++) {
            String secret = text(random, 64 + random.nextInt(20));
            String value = text(random, random.nextInt(40));
            String token = token(random, secret, value);

            Optional<Jwt> verified = Jwt.verify(token, ALL, List.of(secret));

            assertThat(verified.map(claims -> claims.is("value", value)))
                    .as("token %s", i)
                    .contains(true);
            assertThat(Jwt.verify(token, ALL, List.of(secret + "x")))
                    .as("token %s", i)
                    .isEmpty();
        }
    }

    @Test
    void noMutantCountsAndNimbusTakesWhateverDoes() throws Exception {
        Random random = new Random(20261125);
        int taken = 0;
        for (int i = 0; i < 20_000; i++) {
            String secret = text(random, 64);
            String original = token(random, secret, text(random, random.nextInt(8)));
            String mutant = mutant(original, random);

            boolean ours = Jwt.verify(mutant, ALL, List.of(secret)).isPresent();

            assertThat(ours).as("mutant %s: %s", i, mutant).isEqualTo(mutant.equals(original));
            assertThat(!ours || nimbus(mutant, secret))
                    .as("mutant %s: %s", i, mutant)
                    .isTrue();
            taken += ours ? 1 : 0;
        }
        assertThat(taken)
                .as("some are mutants of nothing, so that both answers are seen")
                .isBetween(10, 2000);
    }

    private static String token(Random random, String secret, String value) throws JOSEException {
        JWSAlgorithm algorithm = List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512)
                .get(random.nextInt(3));
        SignedJWT token = new SignedJWT(
                new JWSHeader(algorithm),
                new JWTClaimsSet.Builder().claim("value", value).build());
        token.sign(new MACSigner(secret.getBytes(UTF_8)));
        return token.serialize();
    }

    private static boolean nimbus(String token, String secret) throws JOSEException {
        try {
            return SignedJWT.parse(token).verify(new MACVerifier(secret.getBytes(UTF_8)));
        } catch (ParseException e) {
            return false;
        }
    }

    /** One character is another one, or goes, or comes; rarely nothing changes. */
    private static String mutant(String original, Random random) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=";
        int at = random.nextInt(original.length());
        String other = String.valueOf(alphabet.charAt(random.nextInt(alphabet.length())));
        return switch (random.nextInt(3)) {
            case 0 -> original.substring(0, at) + other + original.substring(at + 1);
            case 1 -> original.substring(0, at) + original.substring(at + 1);
            default -> original.substring(0, at) + other + original.substring(at);
        };
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, ALPHABET.length()).forEach(each -> text.append(ALPHABET.charAt(each)));
        return text.toString();
    }
}
