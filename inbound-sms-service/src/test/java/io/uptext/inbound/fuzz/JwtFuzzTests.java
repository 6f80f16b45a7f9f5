/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.uptext.inbound.door.Jwt;
import io.uptext.inbound.door.Jwt.Algorithm;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** JSON Web Tokens: what nobody signed, and what somebody signed that is no token. */
class JwtFuzzTests {

    private static final Set<Algorithm> ALL = EnumSet.allOf(Algorithm.class);
    private static final Map<Algorithm, String> MACS =
            Map.of(Algorithm.HS256, "HmacSHA256", Algorithm.HS384, "HmacSHA384", Algorithm.HS512, "HmacSHA512");

    /** Another one for each run, so that no corpus can hold a token of it. */
    private static final String SECRET = UUID.randomUUID().toString();

    @FuzzTest
    void noTokenPassesThatNobodySigned(byte[] token) {
        assertThat(Jwt.verify(new String(token, ISO_8859_1), ALL, List.of(SECRET)))
                .isEmpty();
    }

    /** Header and claims are on two lines, unencoded. */
    @FuzzTest
    void aSignedTokenPassesInOneSpellingAndWithOneAlgorithm(byte[] input) throws Exception {
        String[] lines = new String(input, UTF_8).split("\n", 2);
        if (lines.length < 2) {
            return;
        }
        String unsigned = base64(lines[0].getBytes(UTF_8)) + "." + base64(lines[1].getBytes(UTF_8));
        int passed = 0;
        for (Algorithm algorithm : ALL) {
            String token = unsigned + "." + sign(unsigned, algorithm);
            Optional<Jwt> jwt = Jwt.verify(token, EnumSet.of(algorithm), List.of("another", SECRET));
            jwt.ifPresent(found -> {
                found.time("exp")
                        .ifPresent(time -> assertThat(time.getEpochSecond()).isBetween(0L, 999_999_999_999L));
                assertThat(lines[0]).as("the header").contains(algorithm.name());
                assertThat(Jwt.verify(token, EnumSet.complementOf(EnumSet.of(algorithm)), List.of(SECRET)))
                        .isEmpty();
                assertThat(Jwt.verify(token, ALL, List.of("another"))).isEmpty();
                assertThat(Jwt.verify(token + "=", ALL, List.of(SECRET))).isEmpty();
                assertThat(Jwt.verify(token.replaceFirst("\\.", "=."), ALL, List.of(SECRET)))
                        .isEmpty();
            });
            passed += jwt.isPresent() ? 1 : 0;
        }
        assertThat(passed).isLessThanOrEqualTo(1);
    }

    private static String sign(String unsigned, Algorithm algorithm) throws Exception {
        String name = MACS.get(algorithm);
        Mac mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), name));
        return base64(mac.doFinal(unsigned.getBytes(UTF_8)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
