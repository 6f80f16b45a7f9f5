/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.ChallengeContext;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.ReturnTo;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.CodeForm;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.PkceChallenge;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;
import io.uptext.registry.Limits;
import io.uptext.registry.RelyingParty;
import io.uptext.registry.SubjectPolicy;
import io.uptext.registry.ValidityPolicy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChallengeIssuerTests {

    private static final long SEED = 20_261_124L;
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00.123456789Z");
    private static final Wish OPEN = new Wish(null, Duration.ofMinutes(3), null, null, null, null, null, null);

    private final ChallengeIssuer issuer =
            new ChallengeIssuer(Clock.fixed(NOW, ZoneOffset.UTC), new Drawn(new SplittableRandom(SEED)));

    /** All but the first tempt: their ends can run together with a code that is written with gaps. */
    @ParameterizedTest
    @MethodSource("formsAndKeywords")
    void theTextLeadsBackToItsCode(CodeForm form, String keyword) {
        RelyingParty party = party(keyword, form);
        for (int i = 0; i < 10_000; i++) {
            Issued issued = issuer.issue(party, OPEN);
            ChallengeCode code = issued.created().code();
            assertThat(code.normal()).hasSize(form.length());
            assertThat(issued.text()).isEqualTo(keyword + " " + code.normal());
            assertThat(ChallengeCode.parse(issued.text())).contains(code);
            assertThat(ChallengeCode.parse(keyword + " " + code.display().replace('-', ' ')))
                    .contains(code);
            assertThat(ChallengeCode.parse(keyword + " " + code.display())).contains(code);
        }
    }

    static Stream<Arguments> formsAndKeywords() {
        return Stream.of(CodeForm.values())
                .flatMap(form -> Stream.of(
                                "ACME LOGIN", "A 7KQ4", "PAY 2", "GREEN", "BUS 12345", "TO 5", "0", "1 1 1 1 1")
                        .map(keyword -> Arguments.of(form, keyword)));
    }

    @Test
    void theChallengeHoldsTheHashOfItsTokenAndNotTheToken() {
        Issued issued = issuer.issue(party("ACME LOGIN"), OPEN);
        assertThat(issued.created().waitTokenHash())
                .isEqualTo(WaitToken.parse(issued.waitToken().reveal()).hash());
        assertThat(issued.toString()).doesNotContain(issued.waitToken().reveal());
    }

    @Test
    void noTwoChallengesShareIdOrCodeOrToken() {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            Issued issued = issuer.issue(party("ACME LOGIN"), OPEN);
            assertThat(seen.add(issued.created().challengeId())).isTrue();
            assertThat(seen.add(issued.created().code())).isTrue();
            assertThat(seen.add(issued.waitToken().reveal())).isTrue();
        }
    }

    @Test
    void theWishIsGranted() {
        Wish wish = new Wish(
                Msisdn.ofE164("+46701234567"),
                Duration.ofSeconds(30),
                new PkceChallenge("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
                "n-0S6_WzA2Mj",
                new ChallengeContext("Sign in", null, null),
                Map.of("session", "a1b2"),
                new ReturnTo("https://acme.example/return", "af0ifjsldkj"),
                null);
        RelyingParty party = party("ACME LOGIN");
        ChallengeCreated created = issuer.issue(party, wish).created();
        assertThat(created.relyingParty()).isEqualTo(party.id());
        assertThat(created.destination()).isEqualTo(party.destination());
        assertThat(created.minimumRouteTrust()).isEqualTo(party.minimumRouteTrust());
        assertThat(created.msisdn()).isEqualTo(wish.msisdn());
        assertThat(created.codeChallenge()).isEqualTo(wish.codeChallenge());
        assertThat(created.nonce()).isEqualTo(wish.nonce());
        assertThat(created.context()).isEqualTo(wish.context());
        assertThat(created.metadata()).isEqualTo(wish.metadata());
        assertThat(created.returnTo()).isEqualTo(wish.returnTo());
        assertThat(created.createdAt()).isEqualTo("2026-11-24T08:00:00.123Z");
        assertThat(created.expiresAt()).isEqualTo("2026-11-24T08:00:30.123Z");
    }

    private static RelyingParty party(String keyword) {
        return party(keyword, CodeForm.SHORT);
    }

    private static RelyingParty party(String keyword, CodeForm form) {
        return new RelyingParty(
                new RelyingPartyId("acme"),
                "Acme",
                keyword,
                new Destination("50500"),
                form.isForBoundModeOnly() ? RelyingParty.Mode.BOUND : RelyingParty.Mode.EITHER,
                RouteTrust.T3,
                WrongPhonePolicy.DENY,
                ValidityPolicy.DEFAULT,
                form,
                SubjectPolicy.MSISDN,
                List.of(),
                List.of(),
                false,
                Limits.DEFAULT);
    }

    /** Draws the same again for the same seed, which a secure source must not. */
    private static final class Drawn extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final transient RandomGenerator source;

        Drawn(RandomGenerator source) {
            this.source = source;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            source.nextBytes(bytes);
        }

        @Override
        public int nextInt(int bound) {
            return source.nextInt(bound);
        }

        @Override
        public long nextLong() {
            return source.nextLong();
        }
    }
}
