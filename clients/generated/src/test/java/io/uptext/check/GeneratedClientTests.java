/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.uptext.generated.ApiClient;
import io.uptext.generated.ApiException;
import io.uptext.generated.api.ChallengesApi;
import io.uptext.generated.api.ProofsApi;
import io.uptext.generated.model.ChallengeContext;
import io.uptext.generated.model.ChallengeRequest;
import io.uptext.generated.model.ChallengeStatus;
import io.uptext.generated.model.Evidence;
import io.uptext.generated.model.NewChallenge;
import io.uptext.generated.model.RedeemedOrDisavowed;
import io.uptext.generated.model.RedemptionRequest;
import io.uptext.generated.model.ShownChallenge;
import io.uptext.quickstart.Addresses;
import io.uptext.quickstart.Stack;
import io.uptext.quickstart.phone.Phone;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody else's generator has understood our document: its client signs in, and reads what goes wrong. */
class GeneratedClientTests {

    private static final String NUMBER = "+46701234567";
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();
    private static Stack stack;
    private static String service;

    @BeforeAll
    static void start() {
        Path folder =
                Path.of("target", "run", "tests-" + ProcessHandle.current().pid());
        stack = Stack.start(folder, Addresses.free(), List.of(), _ -> {});
        service = Addresses.url(stack.addresses().challenge());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void it_signs_in() throws Exception {
        ChallengesApi challenges = new ChallengesApi(client());
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String verifier = BASE64_URL.encodeToString(random);
        String challenge = BASE64_URL.encodeToString(
                MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));

        NewChallenge created = challenges.createChallenge(
                "generated-sign-in",
                new ChallengeRequest()
                        .msisdn(NUMBER)
                        .codeChallenge(challenge)
                        .nonce("n-0S6_WzA2Mj")
                        .putMetadataItem("session", "a1b2")
                        .context(new ChallengeContext().action("Sign in").device("A test")));
        assertThat(created.getStatus()).isEqualTo(ChallengeStatus.PENDING);
        assertThat(created.getExpiresAt()).isAfter(created.getCreatedAt());
        text(created.getText());

        ShownChallenge confirmed = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> challenges.readChallenge(created.getId()),
                        shown -> shown.getStatus() == ChallengeStatus.CONFIRMED);
        assertThat(confirmed.getEvidence()).extracting(Evidence::getConnector).isEqualTo(Phone.TWILIO);
        assertThat(confirmed.getMetadata()).containsEntry("session", "a1b2");

        RedeemedOrDisavowed redeemed = challenges.redeemChallenge(
                created.getId(), "generated-redemption", new RedemptionRequest().codeVerifier(verifier));
        assertThat(redeemed.getMsisdn()).isEqualTo(NUMBER);
        JWTClaimsSet claims = verified(Objects.requireNonNull(redeemed.getProof()));
        assertThat(claims.getSubject()).isEqualTo(NUMBER);
        assertThat(claims.getStringClaim("nonce")).isEqualTo("n-0S6_WzA2Mj");
        assertThat(claims.getStringClaim("challenge_id")).isEqualTo(created.getId());
    }

    @Test
    void it_cancels() throws Exception {
        ChallengesApi challenges = new ChallengesApi(client());
        NewChallenge created = challenges.createChallenge(null, new ChallengeRequest());
        assertThat(challenges.cancelChallenge(created.getId()).getStatus()).isEqualTo(ChallengeStatus.CANCELLED);
    }

    @Test
    void it_lists_and_gives_up_what_was_confirmed_by_a_stranger() throws Exception {
        ChallengesApi challenges = new ChallengesApi(client());
        NewChallenge created = challenges.createChallenge(null, new ChallengeRequest());
        assertThat(challenges.listChallenges(ChallengeStatus.PENDING, 100, null).getChallenges())
                .extracting(ShownChallenge::getId)
                .contains(created.getId());
        text(created.getText());

        // A redemption waits two seconds for the confirmation.
        assertThat(challenges
                        .redeemChallenge(created.getId(), null, new RedemptionRequest().disavow(true))
                        .getDisavowedAt())
                .isAfter(created.getCreatedAt());
    }

    @Test
    void it_reads_what_goes_wrong() {
        ChallengesApi challenges = new ChallengesApi(client());
        assertThatThrownBy(() -> challenges.createChallenge(null, new ChallengeRequest().msisdn("0701234567")))
                .isInstanceOfSatisfying(ApiException.class, problem -> {
                    assertThat(problem.getCode()).isEqualTo(422);
                    assertThat(problem.getResponseBody()).contains("urn:uptext:problem:impossible-number");
                });
    }

    @Test
    void it_reads_the_public_keys() throws Exception {
        assertThat(new ProofsApi(client()).publicKeys().getKeys())
                .extracting(key -> key.getKid())
                .containsExactlyElementsOf(published().getKeys().stream()
                        .map(key -> key.getKeyID())
                        .toList());
    }

    private static ApiClient client() {
        ApiClient client = new ApiClient();
        client.updateBaseUri(service);
        client.setRequestInterceptor(request ->
                request.header("Authorization", "Bearer " + stack.secrets().acmeKey()));
        return client;
    }

    private static void text(String text) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Void> answer = http.send(
                    stack.phone().webhook(Phone.TWILIO, NUMBER, "50500", text), HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    private static JWTClaimsSet verified(String proof) throws Exception {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("uptext-proof+jwt")));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(published())));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                "acme", new JWTClaimsSet.Builder().issuer(service).build(), Set.of("sub", "iat", "exp", "jti")));
        return processor.process(proof, null);
    }

    private static JWKSet published() throws Exception {
        return JWKSet.load(URI.create(service + "/.well-known/jwks.json").toURL());
    }
}
