/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.CodeForm;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;
import io.uptext.registry.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTests {

    private static final long SEED = 26;
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    private static final String NUMBER = "+46701234567";
    private static final Limits LIMITS = new Limits(600, 10, 2, 30, 500);

    private final Random random = new Random(SEED);
    private final Pepper pepper =
            new Pepper(Base64.getEncoder().encodeToString("a secret of thirty-two bytes ...".getBytes(US_ASCII)));
    private final Accounts accounts = new Accounts(pepper);

    @Test
    void what_names_a_number_and_an_end_user_counts_for_all_limits() {
        Admission wanted = admission(created("acme", "50500", NUMBER, CodeForm.SHORT), "192.0.2.7");

        assertThat(wanted.rates())
                .extracting(Rate::limit, Rate::count, Rate::period)
                .containsExactly(
                        tuple(Limit.PARTY, 600, Duration.ofMinutes(1)),
                        tuple(Limit.NUMBER, 10, Duration.ofMinutes(10)),
                        tuple(Limit.END_USER, 30, Duration.ofMinutes(1)));
        assertThat(wanted.caps())
                .extracting(Cap::limit, Cap::most)
                .containsExactly(tuple(Limit.OPEN, 2), tuple(Limit.OUTSTANDING, 500), tuple(Limit.DESTINATION, 10_988));
    }

    @Test
    void what_names_nobody_counts_for_its_relying_party_and_its_destination() {
        Admission wanted = admission(created("acme", "50500", null, CodeForm.SHORT), null);

        assertThat(wanted.rates()).extracting(Rate::limit).containsExactly(Limit.PARTY);
        assertThat(wanted.caps()).extracting(Cap::limit).containsExactly(Limit.OUTSTANDING, Limit.DESTINATION);
    }

    @ParameterizedTest
    @CsvSource({"SHORT, 10988", "LONG, 2147483647", "DIGITS, 1000"})
    void each_form_of_code_has_a_cap_of_its_own(CodeForm form, int most) {
        Cap cap = admission(created("acme", "50500", NUMBER, form), null).caps().getLast();

        assertThat(cap).isEqualTo(new Cap(Limit.DESTINATION, "d:" + form, most));
    }

    @Test
    void keys_differ_by_what_they_count_and_tell_nothing_of_it() {
        Map<String, Admission> all = Map.of(
                "one", admission(created("acme", "50500", NUMBER, CodeForm.SHORT), "192.0.2.7"),
                "party", admission(created("other", "50500", NUMBER, CodeForm.SHORT), "192.0.2.7"),
                "number", admission(created("acme", "50500", NUMBER + "8", CodeForm.SHORT), "192.0.2.8"));

        assertThat(all.values().stream().flatMap(AccountsTests::keysOfPeople)).doesNotHaveDuplicates();
        assertThat(all.values().stream().flatMap(AccountsTests::keysOfPeople))
                .allMatch(key -> key.matches("[neo]:[0-9a-f]{32}"));
        assertThat(all.values().stream().map(Admission::destination).collect(Collectors.toSet()))
                .singleElement()
                .satisfies(destination -> assertThat(destination).matches("[0-9a-f]{32}"));
        assertThat(admission(created("acme", "50501", NUMBER, CodeForm.SHORT), null)
                        .destination())
                .isNotEqualTo(Objects.requireNonNull(all.get("one")).destination());
    }

    private static Stream<String> keysOfPeople(Admission of) {
        return Stream.concat(
                of.rates().stream().skip(1).map(Rate::key),
                of.caps().stream().limit(1).map(Cap::key));
    }

    private Admission admission(ChallengeCreated created, @Nullable String endUser) {
        return accounts.admission(
                LIMITS,
                created,
                pepper.codeKey(created.destination(), created.code()),
                endUser == null ? null : EndUser.parse(endUser).orElseThrow(),
                Duration.ofMinutes(3),
                false,
                0);
    }

    private ChallengeCreated created(String party, String destination, @Nullable String number, CodeForm form) {
        byte[] token = new byte[WaitToken.BYTES];
        random.nextBytes(token);
        return new ChallengeCreated(
                ChallengeId.random(random),
                new RelyingPartyId(party),
                new Destination(destination),
                ChallengeCode.random(form, random),
                number == null ? null : Msisdn.ofE164(number),
                RouteTrust.T2,
                WrongPhonePolicy.REPORT,
                NOW,
                NOW.plusSeconds(180),
                WaitToken.of(token).hash(),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
