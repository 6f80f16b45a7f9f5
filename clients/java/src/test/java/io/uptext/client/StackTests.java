/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.uptext.client.proof.Proof;
import io.uptext.client.proof.ProofException;
import io.uptext.client.proof.ProofFlaw;
import io.uptext.quickstart.Addresses;
import io.uptext.quickstart.Stack;
import io.uptext.quickstart.phone.Phone;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The client and a real Uptext: broker, Redis, four services and signed webhooks. */
class StackTests {

    private static final Msisdn NUMBER = new Msisdn("+46701234567");
    private static final HttpClient PHONE = HttpClient.newHttpClient();
    private static Stack stack;
    private static UptextClient client;

    @BeforeAll
    static void start() {
        Path folder =
                Path.of("target", "run", "tests-" + ProcessHandle.current().pid());
        stack = Stack.start(folder, Addresses.free(), List.of(), _ -> {});
        client = clientOf(stack.secrets().acmeKey(), "acme");
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void what_became_of_a_challenge_is_read_from_where_one_had_come_to() {
        URI notifier = URI.create(Addresses.url(stack.addresses().notifier()));
        EventReader reader = EventReader.of(notifier, stack.secrets().acmeKey());
        EventPage here = reader.here();
        assertThat(here.events()).isEmpty();

        CreatedChallenge first = client.create(NewChallenge.open());
        client.cancel(first.id());
        OutcomeEvent heard = heard(reader, here.next(), first.id());
        assertThat(heard.status()).isEqualTo(ChallengeStatus.CANCELLED);
        assertThat(heard.type()).isEqualTo("io.uptext.outcome.cancelled.v1");
        assertThat(heard.id()).startsWith("out_");
        CreatedChallenge second = client.create(NewChallenge.open());
        client.cancel(second.id());
        assertThat(heard(reader, heard.cursor(), second.id()).reason()).isNull();
        OutcomeEvent again = heard(EventReader.of(notifier, stack.secrets().acmeKey()), here.next(), first.id());
        assertThat(again.id()).isEqualTo(heard.id());
        problem(ProblemType.MALFORMED, () -> reader.after(here.next() + "x"));
        problem(
                ProblemType.NOT_FOUND,
                () -> EventReader.of(notifier, stack.secrets().otherKey()).here());
        assertThat(reader.toString()).doesNotContain("upk_");
    }

    @Test
    void a_number_is_proven_and_the_proof_is_good_for_this_session_only() throws Exception {
        CodeVerifier verifier = CodeVerifier.draw();
        Nonce nonce = Nonce.draw();
        CreatedChallenge created = client.create(NewChallenge.boundTo(new Msisdn("+46 70-123 45 67"))
                .with(verifier)
                .with(nonce)
                .with(new ChallengeContext("Sign in to Acme", null, "Uppsala"))
                .with(Map.of("order", "7")));
        assertThat(created.status()).isEqualTo(ChallengeStatus.PENDING);
        assertThat(created.text()).endsWith(created.code());
        assertThat(created.expiresAt()).isAfter(created.createdAt());

        text(NUMBER.value(), created.text());
        IdempotencyKey name = IdempotencyKey.draw();
        Redemption redemption = await().until(() -> redeemed(created.id(), verifier, name), java.util.Objects::nonNull);

        assertThat(redemption.msisdn()).isEqualTo(NUMBER);
        assertThat(client.redeem(created.id(), verifier, name).redeemedAt()).isEqualTo(redemption.redeemedAt());
        Proof proof = Waiting.until(
                client.proofs().verify(redemption.proof(), created.id().value(), nonce.value()));
        assertThat(proof.subject()).isEqualTo(NUMBER.value());
        assertThat(proof.routeTrust()).isEqualTo("T2");
        Challenge read = client.read(created.id());
        assertThat(read.status()).isEqualTo(ChallengeStatus.CONFIRMED);
        assertThat(read.metadata()).containsEntry("order", "7");
        assertThat(read.context()).isEqualTo(new ChallengeContext("Sign in to Acme", null, "Uppsala"));
        assertThat(proof.evidence())
                .containsEntry(
                        "message_id",
                        java.util.Objects.requireNonNull(read.evidence()).messageId());

        flawed(
                ProofFlaw.WRONG_NONCE,
                client,
                redemption,
                created.id().value(),
                Nonce.draw().value());
        flawed(ProofFlaw.WRONG_CHALLENGE, client, redemption, "chl_other", nonce.value());
        UptextClient other = clientOf(stack.secrets().otherKey(), "other");
        flawed(ProofFlaw.WRONG_AUDIENCE, other, redemption, created.id().value(), nonce.value());
        problem(ProblemType.ALREADY_REDEEMED, () -> client.redeem(created.id(), verifier, IdempotencyKey.draw()));
        problem(ProblemType.NOT_FOUND, () -> other.read(created.id()));
    }

    @Test
    void the_example_of_the_documentation_signs_in() throws Exception {
        Example.Session session = new Example.Session();
        CreatedChallenge challenge = Example.begin(client, session, NUMBER.value());
        text(NUMBER.value(), challenge.text());
        await().until(() -> client.read(challenge.id()).status() == ChallengeStatus.CONFIRMED);
        assertThat(Example.finish(client, session).subject()).isEqualTo(NUMBER.value());
    }

    @Test
    void what_is_refused_has_a_type() {
        CodeVerifier verifier = CodeVerifier.draw();
        CreatedChallenge created = client.create(NewChallenge.open().with(verifier));
        problem(ProblemType.IMPOSSIBLE_NUMBER, () -> client.create(NewChallenge.boundTo(new Msisdn("12"))));
        problem(
                ProblemType.WRONG_VERIFIER,
                () -> client.redeem(created.id(), CodeVerifier.draw(), IdempotencyKey.draw()));
        problem(ProblemType.NOT_CONFIRMED, () -> client.redeem(created.id(), verifier, IdempotencyKey.draw()));
        problem(ProblemType.NOT_FOUND, () -> client.read(new ChallengeId("chl_" + "0".repeat(26))));
        problem(
                ProblemType.UNAUTHENTICATED,
                () -> clientOf("upk_nobody_" + "0".repeat(64), "acme").read(created.id()));
    }

    @Test
    void one_end_user_has_limits_and_is_told_when_to_come_again() {
        EndUserIp one = new EndUserIp("2001:db8::7");
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 30; i++) {
                        client.create(NewChallenge.open().with(one));
                    }
                })
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.RATE_LIMITED);
                    assertThat(problem.retryAfter()).isPresent();
                });
        client.create(NewChallenge.open().with(new EndUserIp("192.0.2.7")));
    }

    @Test
    void a_name_makes_one_challenge() {
        IdempotencyKey name = IdempotencyKey.draw();
        CreatedChallenge created = client.create(NewChallenge.open(), name);
        assertThat(client.create(NewChallenge.open(), name)).isEqualTo(created);
        problem(ProblemType.IDEMPOTENCY_MISMATCH, () -> client.create(NewChallenge.boundTo(NUMBER), name));
    }

    @Test
    void what_is_disavowed_is_redeemed_by_nobody() throws Exception {
        CodeVerifier verifier = CodeVerifier.draw();
        CreatedChallenge created = client.create(NewChallenge.open().with(verifier));
        text(NUMBER.value(), created.text());
        await().until(() -> client.read(created.id()).status() == ChallengeStatus.CONFIRMED);

        IdempotencyKey name = IdempotencyKey.draw();
        problem(ProblemType.WRONG_VERIFIER, () -> client.disavow(created.id(), null, name));
        Disavowal disavowal = client.disavow(created.id(), verifier, name);
        assertThat(disavowal.id()).isEqualTo(created.id());
        assertThat(client.disavow(created.id(), verifier, name)).isEqualTo(disavowal);
        assertThat(client.read(created.id()).disavowedAt()).isEqualTo(disavowal.disavowedAt());
        problem(ProblemType.DISAVOWED, () -> client.redeem(created.id(), verifier, IdempotencyKey.draw()));
    }

    @Test
    void recent_challenges_are_listed_page_by_page() {
        List<ChallengeId> made = IntStream.range(0, 5)
                .mapToObj(_ -> client.create(NewChallenge.open()).id())
                .toList();
        await().untilAsserted(() -> assertThat(client.list(ChallengeQuery.all()).challenges())
                .extracting(Challenge::id)
                .containsAll(made));
        List<ChallengeId> listed = new ArrayList<>();
        ChallengeQuery query = ChallengeQuery.of(ChallengeStatus.PENDING).limit(2);
        for (ChallengePage page = client.list(query); ; page = client.list(query.after(page.next()))) {
            assertThat(page.challenges())
                    .hasSizeLessThanOrEqualTo(2)
                    .allMatch(one -> one.status() == ChallengeStatus.PENDING);
            page.challenges().forEach(one -> listed.add(one.id()));
            if (page.next() == null) {
                break;
            }
        }
        assertThat(listed).containsAll(made).doesNotHaveDuplicates();
        problem(
                ProblemType.INVALID_REQUEST,
                () -> client.list(ChallengeQuery.all().limit(0)));
        problem(
                ProblemType.INVALID_REQUEST,
                () -> client.list(ChallengeQuery.all().after("a b&c=/ä")));
    }

    @Test
    void what_is_cancelled_says_so_each_time() {
        CreatedChallenge created = client.create(NewChallenge.open());
        client.cancel(created.id());
        await().until(() -> client.cancel(created.id()).status() == ChallengeStatus.CANCELLED);
    }

    private static @org.jspecify.annotations.Nullable Redemption redeemed(
            ChallengeId id, CodeVerifier verifier, IdempotencyKey name) {
        try {
            return client.redeem(id, verifier, name);
        } catch (ProblemException e) {
            assertThat(e.type()).isEqualTo(ProblemType.NOT_CONFIRMED);
            return null;
        }
    }

    private static void flawed(
            ProofFlaw flaw, UptextClient client, Redemption redemption, String challenge, String nonce) {
        assertThatThrownBy(() -> Waiting.until(client.proofs().verify(redemption.proof(), challenge, nonce)))
                .isInstanceOfSatisfying(
                        ProofException.class, e -> assertThat(e.flaw()).isEqualTo(flaw));
    }

    /** Reads on until it has heard of a challenge. */
    private static OutcomeEvent heard(EventReader reader, String cursor, ChallengeId challenge) {
        EventPage page = reader.after(cursor);
        while (page.events().stream().noneMatch(event -> event.challenge().equals(challenge))) {
            page = reader.after(page.next());
        }
        return page.events().stream()
                .filter(event -> event.challenge().equals(challenge))
                .findFirst()
                .orElseThrow();
    }

    private static void problem(ProblemType type, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
    }

    private static UptextClient clientOf(String key, String relyingParty) {
        String url = Addresses.url(stack.addresses().challenge());
        return UptextClient.builder()
                .url(URI.create(url))
                .apiKey(key)
                .issuer(url)
                .relyingParty(relyingParty)
                .build();
    }

    private static void text(String from, String text) throws Exception {
        HttpResponse<String> answer = PHONE.send(
                stack.phone().webhook(Phone.TWILIO, from, "50500", text), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
