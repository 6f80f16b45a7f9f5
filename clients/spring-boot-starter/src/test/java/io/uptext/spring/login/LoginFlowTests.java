/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

import static io.uptext.spring.FakeUptext.challenge;
import static io.uptext.spring.FakeUptext.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.client.CodeVerifier;
import io.uptext.client.Waiting;
import io.uptext.spring.FakeUptext;
import io.uptext.spring.UptextProperties.Login;
import io.uptext.spring.UptextProperties.NumberField;
import io.uptext.spring.login.LoginState.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginFlowTests {

    private final FakeUptext uptext = new FakeUptext();
    private LoginFlow flow = flow(NumberField.OPTIONAL);

    @AfterEach
    void stop() {
        uptext.close();
    }

    @Test
    void what_is_redeemed_is_what_this_session_has_begun() {
        LoginState waiting = begun("+46 70-123 45 23");
        LoginStep step = move(Paths.GO_ON, waiting);

        assertThat(Objects.requireNonNull(step.proven()).subject()).isEqualTo(FakeUptext.NUMBER);
        FakeUptext.Request created = uptext.requests.getFirst();
        assertThat(created.body().path("msisdn").asString("")).isEqualTo("+46701234523");
        assertThat(created.body().path("context").path("action").asString("")).isEqualTo("Sign in to Acme");
        assertThat(created.body().path("context").path("device").asString("")).isEqualTo("Firefox on Linux");
        String verifier =
                uptext.redemptions().getFirst().body().path("codeVerifier").asString("");
        assertThat(new CodeVerifier(verifier).challenge())
                .isEqualTo(created.body().path("codeChallenge").asString(""));
    }

    @Test
    void a_proof_of_another_session_signs_nobody_in() {
        uptext.nonceOfProofs = "another";
        LoginStep step = move(Paths.GO_ON, begun("+46701234523"));
        assertThat(step.proven()).isNull();
        assertThat(step.next()).isEqualTo(Endings.DOUBTFUL);
    }

    @Test
    void in_an_outage_the_same_redemption_is_asked_for_again() {
        LoginState waiting = begun("+46701234523");
        uptext.redeemStatus = 503;
        uptext.redeem = problem("unavailable");
        LoginState retry = next(move(Paths.GO_ON, waiting));
        assertThat(retry.kind()).isEqualTo(Kind.RETRY);

        uptext.redeemStatus = 200;
        assertThat(move(Paths.GO_ON, retry).proven()).isNotNull();
        assertThat(uptext.redemptions())
                .extracting(FakeUptext.Request::name)
                .containsOnly(uptext.redemptions().getFirst().name());
    }

    @Test
    void a_question_is_asked_before_anything_is_redeemed_and_cannot_be_passed_by() {
        LoginState waiting = begun("");
        assertThat(next(move(Paths.ACCEPT, waiting))).isEqualTo(waiting);
        LoginState question = next(move(Paths.GO_ON, waiting));
        assertThat(question.kind()).isEqualTo(Kind.QUESTION);
        assertThat(question.words()).isEqualTo("23");
        assertThat(next(move(Paths.GO_ON, question)).kind()).isEqualTo(Kind.QUESTION);
        assertThat(uptext.redemptions()).isEmpty();

        assertThat(move(Paths.ACCEPT, question).proven()).isNotNull();
    }

    @Test
    void a_question_stays_one_while_it_cannot_be_finished() {
        LoginState question = next(move(Paths.GO_ON, begun("")));
        uptext.redeemStatus = 503;
        assertThat(next(move(Paths.ACCEPT, question))).isEqualTo(question);
    }

    @Test
    void a_site_that_is_told_pseudonyms_asks_without_digits() {
        LoginState waiting = begun("");
        uptext.read = challenge("confirmed", "", Instant.now());
        LoginState question = next(move(Paths.GO_ON, waiting));
        assertThat(question.kind()).isEqualTo(Kind.QUESTION);
        assertThat(question.words()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 503})
    void who_says_not_me_is_never_signed_in_whether_uptext_hears_it_or_not(int status) {
        LoginState question = next(move(Paths.GO_ON, begun("")));
        uptext.redeemStatus = status;
        LoginState ended = next(move(Paths.DISOWN, question));
        assertThat(ended).isEqualTo(Endings.DISOWNED);
        assertThat(ended.pending()).isNull();
        assertThat(uptext.redemptions())
                .allMatch(request -> request.body().path("disavow").asBoolean(false));
        assertThat(uptext.redemptions()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "already-redeemed, 409, used already",
        "disavowed, 409, Nobody has been signed in",
        "not-found, 404, no longer known"
    })
    void what_cannot_be_redeemed_any_more_is_over(String type, int status, String words) {
        LoginState waiting = begun("+46701234523");
        uptext.redeemStatus = status;
        uptext.redeem = problem(type);
        LoginState ended = next(move(Paths.GO_ON, waiting));
        assertThat(ended.kind()).isEqualTo(Kind.ENDED);
        assertThat(ended.title()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "denied, wrong_phone, A different phone",
        "denied, second_phone, Two phones",
        "denied, code_in_use, same code",
        "denied, something_new, refused",
        "expired, '', in time",
        "cancelled, '', Nobody"
    })
    void each_ending_says_what_to_do(String status, String reason, String words) {
        LoginState waiting = begun("+46701234523");
        uptext.redeemStatus = 409;
        uptext.redeem = problem("not-confirmed");
        uptext.read = challenge(status, ",\"reason\":\"" + reason + "\"", Instant.now());
        LoginState ended = next(move(Paths.GO_ON, waiting));
        assertThat(ended.kind()).isEqualTo(Kind.ENDED);
        assertThat(ended.words()).contains(words);
    }

    @Test
    void what_is_pending_waits_on_until_some_time_after_its_end() {
        LoginState waiting = begun("");
        uptext.read = challenge("pending", "", Instant.now());
        assertThat(next(move(Paths.GO_ON, waiting)).kind()).isEqualTo(Kind.WAITING);
        uptext.read =
                challenge("pending", "", Instant.now().minus(LoginFlow.GRACE).minusSeconds(1));
        assertThat(next(move(Paths.GO_ON, waiting))).isEqualTo(Endings.EXPIRED);
    }

    @Test
    void who_must_give_a_number_is_asked_for_it_before_anybody_else_is() {
        flow = flow(NumberField.REQUIRED);
        for (String typed : new String[] {"", "070 123 45 67", "+46", "x"}) {
            assertThat(begun(typed).words()).contains("country code");
        }
        assertThat(uptext.requests).isEmpty();
        assertThat(Objects.requireNonNull(begun("0046 701 23 45 23").pending()).bound())
                .isTrue();
    }

    @Test
    void invisible_marks_around_a_number_are_no_part_of_it() {
        begun("\u202a+46\u00a0701\u00a0234523\u202c\u200e");
        assertThat(uptext.requests.getFirst().body().path("msisdn").asString(""))
                .isEqualTo(FakeUptext.NUMBER);
    }

    @Test
    void a_challenge_that_is_replaced_is_cancelled() {
        LoginState waiting = begun("");
        uptext.requests.clear();
        next(Waiting.until(flow.begin("", new Visit("", null), waiting)));
        await().untilAsserted(() -> assertThat(uptext.requests)
                .extracting(FakeUptext.Request::method)
                .containsExactlyInAnyOrder("DELETE", "POST"));
    }

    @Test
    void who_is_not_served_just_now_loses_nothing_and_not_me_holds() {
        LoginState waiting = begun("+46701234523");
        PendingLogin pending = Objects.requireNonNull(waiting.pending());
        assertThat(next(flow.busy()).words()).contains("just now");
        LoginState retry = next(flow.busy(Paths.GO_ON, waiting, pending));
        assertThat(retry.kind()).isEqualTo(Kind.RETRY);
        assertThat(move(Paths.GO_ON, retry).proven()).isNotNull();
        assertThat(next(flow.busy(Paths.DISOWN, waiting, pending))).isEqualTo(Endings.DISOWNED);
        assertThat(next(flow.busy(Paths.CANCEL, waiting, pending)).pending()).isNull();
    }

    @Test
    void a_page_that_asks_for_no_number_takes_none() {
        flow = flow(NumberField.NONE);
        assertThat(Objects.requireNonNull(begun("+46701234523").pending()).bound())
                .isFalse();
        assertThat(uptext.requests.getFirst().body().has("msisdn")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "429, limited, wait 30 seconds",
        "422, impossible-number, country code",
        "401, unauthenticated, does not work just now",
        "422, invalid-request, does not work just now",
        "503, unavailable, does not work just now"
    })
    void what_cannot_begin_says_why(int status, String type, String words) {
        uptext.createStatus = status;
        uptext.create = problem(type);
        LoginState start = begun("+46701234523");
        assertThat(start.kind()).isEqualTo(Kind.START);
        assertThat(start.words()).contains(words);
    }

    @Test
    void a_session_can_be_kept_elsewhere_and_prints_nothing() throws Exception {
        LoginState waiting = begun("+46701234523");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(waiting);
        LoginState read =
                (LoginState) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertThat(read).isEqualTo(waiting);
        PendingLogin pending = Objects.requireNonNull(read.pending());
        assertThat(read + " " + pending.page())
                .doesNotContain("7KQ4M2XHC", "upw_secret", pending.verifier(), pending.nonce(), pending.redemption());
    }

    private LoginFlow flow(NumberField number) {
        return new LoginFlow(uptext.client().async(), new Login("Acme", number, null, 50), "Acme", Clock.systemUTC());
    }

    private LoginState begun(String number) {
        return next(Waiting.until(flow.begin(
                number,
                new Visit("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "[fe80::1%eth0]"),
                LoginState.none())));
    }

    private LoginStep move(String path, LoginState state) {
        return Waiting.until(flow.move(path, state, Objects.requireNonNull(state.pending())));
    }

    private static LoginState next(LoginStep step) {
        return Objects.requireNonNull(step.next());
    }
}
