/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.AuthCancelled;
import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.ChallengeRedeemed;
import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.RedemptionId;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WaitTokenHash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChallengeViewTests {

    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant END = START.plus(Duration.ofMinutes(3));
    private static final ChallengeId ID = new ChallengeId("chl_01h8xgq5m9k3v7w2z4n6t8r0ya");
    private static final RelyingPartyId ACME = new RelyingPartyId("acme");
    private static final WaitTokenHash TOKEN = new WaitTokenHash("n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg");
    private static final CodeKey KEY = new CodeKey("0".repeat(64));
    private static final AuthCancelled CANCELLED = new AuthCancelled(ID, ACME, START.plusSeconds(70));
    private static final AuthExpired EXPIRED = new AuthExpired(ID, ACME, END);
    private static final AuthAttemptRejected ATTEMPT = new AuthAttemptRejected(
            ID, ACME, MessageId.of(new ConnectorId("door"), "1"), AttemptFlaw.WRONG_PHONE, START.plusSeconds(9));

    private final ChallengeView view = new ChallengeView();
    private final List<String> heard = new ArrayList<>();

    @Test
    void aNewViewIsNotCurrentUntilItHasReadAll() {
        assertThat(view.isCurrent()).isFalse();
        view.becomeCurrent();
        assertThat(view.isCurrent()).isTrue();
    }

    @Test
    void aChallengeIsFoundByItsIdAndByItsToken() {
        assertThat(view.find(ID)).isEmpty();
        assertThat(view.find(TOKEN)).isEmpty();
        view.apply(created(), KEY);
        var pending = new ViewedChallenge(created(), KEY, null, null);
        assertThat(view.find(ID)).contains(pending);
        assertThat(view.find(TOKEN)).contains(pending);
        assertThat(pending.status()).isEqualTo(ChallengeStatus.PENDING);
    }

    @Test
    void theFirstOutcomeWins() {
        listen();
        view.apply(created(), KEY);
        view.apply(CANCELLED);
        view.apply(EXPIRED);
        view.apply(CANCELLED);
        assertThat(view.find(TOKEN)).contains(new ViewedChallenge(created(), KEY, CANCELLED, null));
        assertThat(heard).containsExactly("created pending", "decided cancelled");
    }

    @Test
    void theFirstOutcomeWinsEvenBeforeItsChallenge() {
        listen();
        view.apply(EXPIRED);
        view.apply(CANCELLED);
        assertThat(view.find(ID)).isEmpty();
        view.apply(created(), KEY);
        view.apply(CANCELLED);
        assertThat(view.find(ID)).contains(new ViewedChallenge(created(), KEY, EXPIRED, null));
        assertThat(heard).containsExactly("created expired");
    }

    @Test
    void theFirstRedemptionWinsEvenBeforeItsChallengeAndOutcome() {
        listen();
        ChallengeRedeemed first = redemption('1');
        view.apply(first);
        view.apply(redemption('2'));
        view.apply(created(), KEY);
        view.apply(redemption('3'));
        view.apply(CANCELLED);
        assertThat(view.find(ID)).contains(new ViewedChallenge(created(), KEY, CANCELLED, first));
        assertThat(heard).containsExactly("created pending", "decided cancelled");
    }

    @Test
    void aRedemptionOfAKnownChallengeIsSeen() {
        view.apply(created(), KEY);
        view.apply(CANCELLED);
        ChallengeRedeemed first = redemption('1');
        view.apply(first);
        view.apply(redemption('2'));
        assertThat(view.find(TOKEN)).contains(new ViewedChallenge(created(), KEY, CANCELLED, first));
    }

    private static ChallengeRedeemed redemption(char symbol) {
        return new ChallengeRedeemed(
                ID, ACME, new RedemptionId("red_" + String.valueOf(symbol).repeat(26)), START);
    }

    @Test
    void aChallengeThatIsReadAgainKeepsItsOutcome() {
        listen();
        view.apply(created(), KEY);
        view.apply(CANCELLED);
        view.apply(created(), KEY);
        assertThat(view.find(ID)).map(ViewedChallenge::status).contains(ChallengeStatus.CANCELLED);
        assertThat(heard).containsExactly("created pending", "decided cancelled");
    }

    @Test
    void anAttemptIsToldAndChangesNothing() {
        listen();
        view.apply(ATTEMPT);
        view.apply(created(), KEY);
        view.apply(ATTEMPT);
        assertThat(view.find(ID)).map(ViewedChallenge::status).contains(ChallengeStatus.PENDING);
        assertThat(heard).containsExactly("created pending", "attempt wrong_phone");
    }

    @Test
    void aChallengeIsForgottenAfterItsGraceAndNotBefore() {
        view.apply(created(), KEY);
        view.forgetBefore(END.plus(ChallengeView.GRACE));
        assertThat(view.find(TOKEN)).isPresent();
        view.forgetBefore(END.plus(ChallengeView.GRACE).plusMillis(1));
        assertThat(view.find(ID)).isEmpty();
        assertThat(view.find(TOKEN)).isEmpty();
    }

    @Test
    void anOutcomeWithoutAChallengeIsForgottenAfterTheWindow() {
        view.apply(EXPIRED);
        view.forgetBefore(END.plus(ChallengeView.WINDOW).plusMillis(1));
        view.apply(created(), KEY);
        assertThat(view.find(ID)).map(ViewedChallenge::status).contains(ChallengeStatus.PENDING);
    }

    @Test
    void anOutcomeWithoutAChallengeIsKeptForTheWindow() {
        view.apply(EXPIRED);
        view.forgetBefore(END.plus(ChallengeView.WINDOW));
        view.apply(created(), KEY);
        assertThat(view.find(ID)).map(ViewedChallenge::status).contains(ChallengeStatus.EXPIRED);
    }

    private void listen() {
        view.listen(new ChallengeView.Listener() {
            @Override
            public void created(ViewedChallenge challenge) {
                heard.add("created " + challenge.status().word());
            }

            @Override
            public void decided(ViewedChallenge challenge) {
                heard.add("decided " + challenge.status().word());
            }

            @Override
            public void attempt(ViewedChallenge challenge, AuthAttemptRejected attempt) {
                heard.add("attempt wrong_phone");
            }
        });
    }

    private static ChallengeCreated created() {
        return new ChallengeCreated(
                ID,
                ACME,
                new Destination("50500"),
                ChallengeCode.ofNormal("7KQ4M2XHC"),
                null,
                RouteTrust.T2,
                null,
                START,
                END,
                TOKEN,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
