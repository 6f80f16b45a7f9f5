/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Jwt.Algorithm;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token counts only if it is signed as its provider signs, and is spelled in the one way in which it can be. */
class JwtTests {

    private static final String SECRET = "a-secret-that-nobody-else-has";
    private static final String CLAIMS = "{\"iss\":\"x\",\"iat\":1700000000}";
    private static final Set<Algorithm> HS256 = Set.of(Algorithm.HS256);

    /** From Vonage/vonage-jwt-jdk a973393, JwtValidatorTest.kt. */
    @ParameterizedTest
    @CsvSource({
        "ZVSrJeaES6iaBOwd6vMk93my2gq1uCwDi3c7aCIMqa0, 0c15c425fe48dd59dab5fb3eea57d528f405a71d78ae4998deacab4deeb02ca5,"
                + " decafea1deadbeef0123456789abcdef0123456789abcdef0123456789abcdef",
        "pZ2YiYpipVpf59vZgUHLYICJwhVISwBhy_q9WokKm2A, decafea1deadbeef0123456789abcdef0123456789abcdef0123456789abcdef,"
                + " 0c15c425fe48dd59dab5fb3eea57d528f405a71d78ae4998deacab4deeb02ca5",
    })
    void vonagesVectorsAreSignedBySomeSecretsAndNotByOthers(String signature, String right, String wrong) {
        String token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
                + "eyJzdWIiOiJhZG1pbiIsIm5hbWUiOiJTaW5hIiwiaWF0IjoxNjk4MjU4NjY3fQ." + signature;

        Optional<Jwt> verified = Jwt.verify(token, HS256, List.of(right));

        assertThat(verified.map(claims -> claims.is("name", "Sina"))).contains(true);
        assertThat(verified.flatMap(claims -> claims.time("iat"))).contains(Instant.ofEpochSecond(1698258667));
        assertThat(Jwt.verify(token, HS256, List.of(wrong))).isEmpty();
        assertThat(Jwt.verify(token, HS256, List.of(wrong, right))).isPresent();
        assertThat(Jwt.verify(token, HS256, List.of(right, wrong))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"None\"}",
                "{\"alg\":\"\"}",
                "{\"alg\":null}",
                "{\"alg\":[\"HS256\"]}",
                "{\"alg\":\"hs256\"}",
                "{\"alg\":\"HS384\"}",
                "{\"alg\":\"RS256\"}",
                "{\"alg\":\"HmacSHA256\"}",
                "{\"typ\":\"JWT\"}",
                "{\"alg\":\"HS256\",\"crit\":[\"exp\"],\"exp\":1}",
                "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"HS256\",\"crit\":[]}",
                "{\"alg\":\"HS256\",\"crit\":null}",
                "{\"alg\":\"HS256\",\"alg\":\"HS256\"}",
                "{\"alg\":\"none\",\"alg\":\"HS256\"}",
                "{\"alg\":\"HS256\"} {}",
                "[{\"alg\":\"HS256\"}]",
                "\"HS256\"",
                "alg",
                "",
            })
    void noOtherHeaderCountsHoweverWellItIsSigned(String header) {
        assertThat(Jwt.verify(Tokens.sign(header, CLAIMS, SECRET), HS256, List.of(SECRET)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"iss\":\"x\",\"iss\":\"y\"}",
                "{\"iss\":\"x\",\"iss\":\"x\"}",
                "[]",
                "null",
                "\"iss\"",
                "{\"iss\":\"x\"",
                "{\"iss\":\"x\"}x",
                "\uFEFF{\"iss\":\"x\"}",
                ""
            })
    void noOtherClaimsCountHoweverWellTheyAreSigned(String claims) {
        assertThat(Jwt.verify(Tokens.sign(Tokens.HS256, claims, SECRET), HS256, List.of(SECRET)))
                .isEmpty();
    }

    @Test
    void aTokenWithoutSignatureDoesNotCount() {
        String unsigned = Tokens.part("{\"alg\":\"none\"}") + "." + Tokens.part(CLAIMS) + ".";

        assertThat(Jwt.verify(unsigned, EnumSet.allOf(Algorithm.class), List.of(SECRET)))
                .isEmpty();
        assertThat(Jwt.verify(Tokens.part(Tokens.HS256) + "." + Tokens.part(CLAIMS) + ".", HS256, List.of(SECRET)))
                .isEmpty();
    }

    @Test
    void anotherNumberOfPartsDoesNotCount() {
        String token = Tokens.sign(Tokens.HS256, CLAIMS, SECRET);

        for (String other :
                List.of("", ".", "..", "...", token + ".", "." + token, token + "." + token, token.replace(".", ""))) {
            assertThat(Jwt.verify(other, HS256, List.of(SECRET))).as(other).isEmpty();
        }
    }

    @Test
    void aTokenHasOneSpelling() {
        String header = Tokens.part(Tokens.HS256);
        String claims = Tokens.part("{\"iss\":\"xyz\"}");
        String token = Tokens.signParts(header, claims, SECRET);

        assertThat(Jwt.verify(token, HS256, List.of(SECRET))).isPresent();
        assertThat(claims).endsWith("Q");
        String underscored = Tokens.part("{\"iss\":\"???\"}");
        assertThat(underscored).contains("_");
        // Signed as they are, so that nothing but the spelling is wrong: padding, stray bits, the other alphabet,
        // spaces.
        for (String other : List.of(
                claims + "==",
                claims.substring(0, claims.length() - 1) + "R",
                claims + " ",
                " " + claims,
                claims + "\u00e5",
                underscored.replace('_', '/'))) {
            assertThat(Jwt.verify(Tokens.signParts(header, other, SECRET), HS256, List.of(SECRET)))
                    .as(other)
                    .isEmpty();
        }
        char last = token.charAt(token.length() - 1);
        assertThat(Jwt.verify(token + "=", HS256, List.of(SECRET))).isEmpty();
        assertThat(Jwt.verify(token.substring(0, token.length() - 1) + (char) (last + 1), HS256, List.of(SECRET)))
                .isEmpty();
    }

    @Test
    void aProvidersAlgorithmsCountAndNoOthers() {
        String token = Tokens.sign(Tokens.HS256, CLAIMS, SECRET);

        assertThat(Jwt.verify(token, Set.of(), List.of(SECRET))).isEmpty();
        assertThat(Jwt.verify(token, Set.of(Algorithm.HS384, Algorithm.HS512), List.of(SECRET)))
                .isEmpty();
        assertThat(Jwt.verify(token, EnumSet.allOf(Algorithm.class), List.of(SECRET)))
                .isPresent();
    }

    @Test
    void aClaimIsItsStringOrNothing() {
        Jwt claims = verified("{\"s\":\"x\",\"n\":1,\"z\":null,\"o\":{\"s\":\"x\"}}");

        assertThat(claims.is("s", "x")).isTrue();
        assertThat(claims.is("s", "X")).isFalse();
        assertThat(claims.is("n", "1")).isFalse();
        assertThat(claims.is("z", "null")).isFalse();
        assertThat(claims.is("missing", "")).isFalse();
        assertThat(claims.has("z")).isTrue();
        assertThat(claims.has("missing")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.7e9",
                "1700000000.0",
                "1700000000.5",
                "-1",
                "\"1700000000\"",
                "null",
                "true",
                "[1]",
                "1e999",
                "9999999999999",
                "99999999999999999999999999"
            })
    void aTimeIsAWholeNumberOfSeconds(String written) {
        assertThat(verified("{\"iat\":1700000000}").time("iat")).contains(Instant.ofEpochSecond(1700000000));
        assertThat(verified("{\"iat\":" + written + "}").time("iat")).isEmpty();
    }

    @Test
    void nothingPrintsTheClaims() {
        assertThat(verified("{\"iss\":\"somebody\"}").toString()).doesNotContain("iss", "somebody");
    }

    private static Jwt verified(String claims) {
        return Jwt.verify(Tokens.sign(Tokens.HS256, claims, SECRET), HS256, List.of(SECRET))
                .orElseThrow();
    }
}
