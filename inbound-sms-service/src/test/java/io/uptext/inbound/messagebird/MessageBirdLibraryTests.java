/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.messagebird;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagebird.RequestValidator;
import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Tokens;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Held against MessageBird's own library over seeded random requests, right ones and changed ones: both believe the same.
 * Where the library believes more than it should, the last tests say so.
 */
class MessageBirdLibraryTests {

    private static final Instant NOW = Instant.parse("2026-11-24T10:15:30Z");
    private static final String SECRET = "the-signing-key-of-the-account";
    private static final String URL = "https://a.example/x";

    private final MessageBirdDoor door = new MessageBirdDoor();

    @Test
    void bothBelieveTheSameOfFiveThousandRequests() {
        Random random = new Random(20261124);
        int genuine = 0;
        for (int i = 0; i < 5000; i++) {
            SignedSample sample = SignedSample.random(random, NOW);

            boolean ours = believe(sample);

            assertThat(ours).as("sample %s: %s", i, sample).isEqualTo(library(sample));
            genuine += ours ? 1 : 0;
        }
        assertThat(genuine).isBetween(1000, 4000);
    }

    @Test
    void neitherBelievesAChangedRequest() {
        Random random = new Random(20261125);
        for (int i = 0; i < 5000; i++) {
            SignedSample original = SignedSample.right(random, NOW);
            SignedSample changed = original.changed(random);

            assertThat(believe(original)).as("sample %s: %s", i, original).isTrue();
            assertThat(believe(changed)).as("sample %s: %s", i, changed).isFalse();
            // The library reads a signature whose last character has stray bits, and so another spelling of the same.
            assertThat(library(changed))
                    .as("sample %s: %s", i, changed)
                    .isEqualTo(isSpelledOtherwise(original, changed));
        }
    }

    private static boolean isSpelledOtherwise(SignedSample original, SignedSample changed) {
        int dot = original.token().lastIndexOf('.') + 1;
        return changed.equals(original.with(changed.token()))
                && changed.token().startsWith(original.token().substring(0, dot))
                && signature(original, dot).equals(signature(changed, dot));
    }

    private static String signature(SignedSample sample, int dot) {
        return Base64.getEncoder()
                .encodeToString(Base64.getUrlDecoder().decode(sample.token().substring(dot)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ISS,NBF,URL}", // for ever
                "{ISS,EXP,URL}", // since ever
                "{ISS,NBF,EXP,URL,\"payload_hash\":null}",
                "{ISS,NBF,EXP,\"url_hash\":\"other\",URL}",
            })
    void theLibraryBelievesClaimsThatWeDoNot(String claims) {
        SignedSample sample = sample(Tokens.sign(Tokens.HS256, written(claims), SECRET), NOW);

        assertThat(library(sample)).isTrue();
        assertThat(believe(sample)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"alg\":\"HS256\",\"crit\":[\"x\"]}", "{\"alg\":\"none\",\"alg\":\"HS256\"}"})
    void theLibraryBelievesHeadersThatWeDoNot(String header) {
        SignedSample sample = sample(Tokens.sign(header, written("{ISS,NBF,EXP,URL}"), SECRET), NOW);

        assertThat(library(sample)).isTrue();
        assertThat(believe(sample)).isFalse();
    }

    @Test
    void theLibraryCutsOurTimeToSecondsAndSoBelievesATokenForLonger() {
        String token = Tokens.sign(Tokens.HS256, written("{ISS,NBF,EXP,URL}"), SECRET);
        Instant end = NOW.plusSeconds(61);

        assertThat(believe(sample(token, end))).isTrue();
        assertThat(library(sample(token, end.plusMillis(999)))).isTrue();
        assertThat(believe(sample(token, end.plusMillis(1)))).isFalse();
        assertThat(library(sample(token, end.plusMillis(1000)))).isFalse();
    }

    private static String written(String claims) {
        return SignedSample.written(claims, NOW, NOW.plusSeconds(60), URL);
    }

    private static SignedSample sample(String token, Instant at) {
        return new SignedSample(SECRET, URL, null, "", token, at);
    }

    private boolean believe(SignedSample sample) {
        return door.authenticate(sample.raw(), sample.connector(door)) instanceof Authenticity.Genuine;
    }

    private static boolean library(SignedSample sample) {
        try {
            new RequestValidator(sample.secret())
                    .validateSignature(
                            () -> Date.from(sample.at()),
                            sample.token(),
                            sample.wholeUrl(),
                            sample.body().getBytes(UTF_8));
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
