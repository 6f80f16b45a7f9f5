/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.recent;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.platform.view.ChallengeStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

class RecentChallengesTests {

    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant END = START.plus(Duration.ofMinutes(3));
    private static final ChallengeId ID = new ChallengeId("chl_01h8xgq5m9k3v7w2z4n6t8r0ya");
    private static final RelyingPartyId ACME = new RelyingPartyId("acme");
    private static final Msisdn PHONE = Msisdn.ofE164("+46701234567");
    private static final ConnectorId DOOR = new ConnectorId("test-door");
    private static final MessageId MESSAGE = MessageId.of(DOOR, "1");
    private static final WaitToken TOKEN = WaitToken.of(new byte[WaitToken.BYTES]);

    /** What is said of it is 200; the rest is for other JVMs. */
    private static final int MOST_BYTES = 260;

    private final RecentChallenges challenges = new RecentChallenges();
    private final List<String> heard = new ArrayList<>();

    @Test
    void a_challenge_is_found_by_its_token_with_what_a_browser_may_learn() {
        challenges.apply(created(ID, TOKEN, null));
        assertThat(find().relyingParty()).isEqualTo(ACME);
        assertThat(find().expiresAt()).isEqualTo(END);
        assertThat(find().ending()).isNull();
        assertThat(challenges.find(new TokenKey(1, 2, 3, 4))).isEmpty();
    }

    @Test
    void the_first_outcome_by_offset_is_the_decision() {
        listen();
        challenges.apply(created(ID, TOKEN, PHONE));
        challenges.apply(expired(), 7);
        challenges.apply(confirmed(), 8);
        assertThat(find().ending()).isEqualTo(new Ending(ChallengeStatus.EXPIRED, null, null));
        assertThat(heard).containsExactly("created", "ended at 7");
    }

    @Test
    void an_outcome_that_is_read_before_its_challenge_is_kept_and_the_first_of_them_counts() {
        listen();
        challenges.apply(expired(), 7);
        challenges.apply(confirmed(), 8);
        challenges.apply(created(ID, TOKEN, PHONE));
        assertThat(find().ending()).isEqualTo(new Ending(ChallengeStatus.EXPIRED, null, null));
        assertThat(heard).containsExactly("created and ended");
    }

    @Test
    void only_of_a_challenge_that_any_phone_may_answer_the_end_of_the_number_is_kept() {
        challenges.apply(created(ID, TOKEN, null));
        challenges.apply(confirmed(), 7);
        assertThat(find().ending()).isEqualTo(new Ending(ChallengeStatus.CONFIRMED, null, "67"));

        RecentChallenges bound = new RecentChallenges();
        bound.apply(confirmed(), 7);
        bound.apply(created(ID, TOKEN, PHONE));
        assertThat(bound.find(TokenKey.of(TOKEN.hash())).orElseThrow().ending())
                .isEqualTo(new Ending(ChallengeStatus.CONFIRMED, null, null));
    }

    @Test
    void to_read_something_again_changes_nothing() {
        listen();
        challenges.apply(created(ID, TOKEN, PHONE));
        challenges.apply(confirmed(), 7);
        challenges.apply(created(ID, TOKEN, PHONE));
        challenges.apply(confirmed(), 7);
        assertThat(heard).containsExactly("created", "ended at 7");
    }

    @Test
    void an_attempt_is_told_and_nothing_of_a_challenge_that_is_not_there() {
        listen();
        challenges.apply(wrongPhone());
        challenges.apply(created(ID, TOKEN, PHONE));
        challenges.apply(wrongPhone());
        assertThat(heard).containsExactly("created", "attempt wrong_phone");
    }

    @Test
    void what_ended_long_ago_is_forgotten() {
        challenges.apply(created(ID, TOKEN, PHONE));
        challenges.forgetBefore(END.plus(RecentChallenges.GRACE));
        assertThat(challenges.find(TokenKey.of(TOKEN.hash()))).isPresent();
        challenges.forgetBefore(END.plus(RecentChallenges.GRACE).plusMillis(1));
        assertThat(challenges.find(TokenKey.of(TOKEN.hash()))).isEmpty();
    }

    @Test
    void an_outcome_without_a_challenge_is_kept_for_as_long_as_a_start_reads_back() {
        challenges.apply(expired(), 7);
        challenges.forgetBefore(END.plus(RecentChallenges.WINDOW));
        challenges.apply(created(ID, TOKEN, PHONE));
        assertThat(find().ending()).isNotNull();

        RecentChallenges later = new RecentChallenges();
        later.apply(expired(), 7);
        later.forgetBefore(END.plus(RecentChallenges.WINDOW).plusMillis(1));
        later.apply(created(ID, TOKEN, PHONE));
        assertThat(later.find(TokenKey.of(TOKEN.hash())).orElseThrow().ending()).isNull();
    }

    @Test
    void ids_that_differ_anywhere_have_different_keys() {
        String id = ID.value();
        for (int i = "chl_".length(); i < id.length(); i++) {
            char other = id.charAt(i) == '7' ? '8' : '7';
            String changed = id.substring(0, i) + other + id.substring(i + 1);
            assertThat(ChallengeKey.of(new ChallengeId(changed))).as(changed).isNotEqualTo(ChallengeKey.of(ID));
        }
    }

    /** Each instance keeps every recent challenge, whoever waits for it: it must not be much. */
    @Test
    void a_challenge_takes_some_two_hundred_bytes(TestReporter reporter) {
        int count = 200_000;
        Random random = new Random(1);
        long before = used();
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[WaitToken.BYTES];
            random.nextBytes(bytes);
            challenges.apply(created(ChallengeId.random(random), WaitToken.of(bytes), null));
        }
        long each = (used() - before) / count;
        reporter.publishEntry("bytes of a challenge", Long.toString(each));
        assertThat(each).isBetween(100L, (long) MOST_BYTES);
        assertThat(challenges.find(TokenKey.of(TOKEN.hash()))).isEmpty();
    }

    private static long used() {
        Runtime.getRuntime().gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private RecentChallenge find() {
        return challenges.find(TokenKey.of(TOKEN.hash())).orElseThrow();
    }

    private void listen() {
        challenges.listen(new RecentChallenges.Listener() {
            @Override
            public void created(RecentChallenge challenge) {
                heard.add(challenge.ending() == null ? "created" : "created and ended");
            }

            @Override
            public void ended(RecentChallenge challenge, long recordedAt) {
                heard.add("ended at " + recordedAt);
            }

            @Override
            public void attempt(RecentChallenge challenge, AttemptFlaw flaw) {
                heard.add("attempt " + flaw.name().toLowerCase(Locale.ROOT));
            }
        });
    }

    private static AuthConfirmed confirmed() {
        return new AuthConfirmed(ID, ACME, PHONE, MESSAGE, DOOR, RouteTrust.T2, START.plusSeconds(21), null, null);
    }

    private static AuthExpired expired() {
        return new AuthExpired(ID, ACME, END);
    }

    private static AuthAttemptRejected wrongPhone() {
        return new AuthAttemptRejected(ID, ACME, MESSAGE, AttemptFlaw.WRONG_PHONE, START);
    }

    private static ChallengeCreated created(ChallengeId id, WaitToken token, @Nullable Msisdn msisdn) {
        return new ChallengeCreated(
                id,
                ACME,
                new Destination("50500"),
                ChallengeCode.ofNormal("7KQ4M2XHC"),
                msisdn,
                RouteTrust.T2,
                null,
                START,
                END,
                token.hash(),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
