/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.bird;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.messagebird.Request;
import com.messagebird.RequestSigner;
import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.Requests;
import io.uptext.inbound.door.Signatures;
import io.uptext.simulator.Account;
import io.uptext.simulator.Fault;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import io.uptext.simulator.provider.BirdProvider;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may say that a request comes from Bird. */
class BirdSignatureTests {

    private static final String SIGNATURE = "messagebird-signature";
    private static final String TIMESTAMP = "messagebird-request-timestamp";
    private static final String SECRET = "the-signing-key";
    private static final String OTHER = "another-signing-key";
    private static final Instant NOW = Instant.parse("2026-11-24T10:15:30Z");
    private static final SimulatedSms SMS = new SimulatedSms("id-1", "+46701234567", "50500", "h\u00e5j \uD83D\uDC4B");

    private final BirdDoor door = new BirdDoor();
    private final BirdProvider provider = new BirdProvider();
    private final Account account = Account.of(URI.create(Connectors.URL), Proof.SIGNATURE, SECRET);

    /**
     * A real request that MessageBird signed, with the query where Bird has the URL: testWithRealSignature in
     * messagebird/java-rest-api ec4fb1e, RequestSignerTest.java.
     */
    @Test
    void aRealRequestInTheSchemeBeforeHasThisSignature() {
        String query = "id=57db52e04e2f4001b555f79813a0f503&mccmnc=20409&ported=0&recipient=31667788880&reference=curl"
                + "&status=delivered&statusDatetime=2019-01-09T12%3A23%3A23%2B00%3A00";

        assertThat(BirdSignature.of("Wb3N9gKeFf8ZoCzlOb5lJSic7bHLUcSu", "1547036603", query, new byte[0]))
                .isEqualTo("5Jha9Yyhwgc1nTsgJ9WyzeHilsuUumydICdf4LuIZE8=");
    }

    @Test
    @SuppressWarnings("deprecation") // as the scheme is, for MessageBird's own requests
    void messageBirdsLibraryAgreesInTheSchemeBefore() {
        Random random = new Random(20261124);
        for (int i = 0; i < 2000; i++) {
            String key = Long.toString(random.nextLong(), 36);
            String timestamp = Integer.toString(random.nextInt(Integer.MAX_VALUE));
            String query = "a=" + random.nextInt() + "&b=" + random.nextInt();
            byte[] body = new byte[random.nextInt(50)];
            random.nextBytes(body);
            RequestSigner library = new RequestSigner(key.getBytes(UTF_8));

            byte[] ours = Base64.getDecoder().decode(BirdSignature.of(key, timestamp, query, body));

            assertThat(library.isMatch(ours, new Request(timestamp, query, body)))
                    .as("sample %s", i)
                    .isTrue();
            assertThat(library.isMatch(ours, new Request(timestamp, query + "0", body)))
                    .as("sample %s", i)
                    .isFalse();
        }
    }

    @Test
    void whatBirdSignsIsGenuine() {
        assertGenuine(request(), NOW);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultIsForged(Fault fault) {
        assertThat(fault.shows(provider, account)).isTrue();
        assertForged(fault.request(provider, SMS, account, NOW), NOW);
    }

    @ParameterizedTest
    @ValueSource(longs = {-300_000, 0, 300_000})
    void aTimestampOfTheLastOrNextFiveMinutesCounts(long milliseconds) {
        assertGenuine(request(), NOW.plusMillis(milliseconds));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300_001, 300_001, 86_400_000})
    void aTimestampFurtherAwayIsForged(long milliseconds) {
        assertForged(request(), NOW.plusMillis(milliseconds));
    }

    @Test
    void bothSecretsCountWhileTheyAreBeingChanged() {
        assertThat(judge(request(), NOW, OTHER, SECRET)).isEqualTo(new Authenticity.Genuine());
        assertThat(judge(request(), NOW, SECRET, OTHER)).isEqualTo(new Authenticity.Genuine());
        assertThat(judge(request(), NOW, OTHER)).isInstanceOf(Authenticity.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-1", "+1795515330", "1795515330.0", " 1795515330", "1795515330000", "2026-11-24T10:15:30Z"})
    void aTimestampOfAnotherFormIsForgedHoweverWellItIsSigned(String timestamp) {
        String signature =
                BirdSignature.of(SECRET, timestamp, Connectors.URL, request().body());
        String right =
                BirdSignature.of(SECRET, seconds(), Connectors.URL, request().body());

        assertGenuine(with(seconds(), right), NOW);
        assertForged(with(timestamp, signature), NOW);
    }

    @Test
    void aHeaderThatIsMissingEmptyOrThereTwiceIsForged() {
        for (String name : new String[] {SIGNATURE, TIMESTAMP}) {
            assertForged(request().without(name), NOW);
            assertForged(request().without(name).with(name, ""), NOW);
            assertForged(request().with(name, request().header(name).orElseThrow()), NOW);
        }
    }

    @Test
    void theWholePublicUrlIsSigned() {
        String query = BirdSignature.of(
                SECRET, seconds(), Connectors.URL + "?a=b", request().body());

        assertGenuine(with(seconds(), query).to(URI.create("http://127.0.0.1:8082/?a=b")), NOW);
        assertForged(with(seconds(), query), NOW);
        assertForged(request().withParameter("a", "b"), NOW);
        assertThat(door.authenticate(
                        Requests.raw(request(), NOW),
                        Connectors.of(door)
                                .secrets(SECRET)
                                .publicUrl(Connectors.URL + "-2")
                                .build()))
                .isInstanceOf(Authenticity.Forged.class);
    }

    @Test
    void theDigestOfTheBodyIsSignedAsBytesRatherThanAsHexadecimal() {
        String hex = "dffd6021bb2bd5b0af676290809ec3a53191dd81c7f70a4b28688a362182986f";
        byte[] body = "Hello, World!".getBytes(UTF_8);
        String signed = seconds() + "\n" + Connectors.URL + "\n" + hex;
        String signature = Signatures.hmac("HmacSHA256", SECRET.getBytes(UTF_8), signed.getBytes(UTF_8));

        assertForged(with(seconds(), signature).withBody(body), NOW);
        assertGenuine(
                with(seconds(), BirdSignature.of(SECRET, seconds(), Connectors.URL, body))
                        .withBody(body),
                NOW);
    }

    @Test
    void everyOneOf200SeededMutantsIsRefused() {
        Random random = new Random(20261124);
        for (int i = 0; i < 200; i++) {
            String timestamp = seconds();
            String signature = request().header(SIGNATURE).orElseThrow();
            byte[] body = request().body();
            switch (i % 3) {
                case 0 -> body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
                case 1 -> timestamp = Long.toString(NOW.getEpochSecond() + 1 + random.nextInt(299));
                default -> {
                    int at = random.nextInt(signature.length());
                    char other = signature.charAt(at) == 'A' ? 'B' : 'A';
                    signature = signature.substring(0, at) + other + signature.substring(at + 1);
                }
            }
            assertForged(with(timestamp, signature).withBody(body), NOW);
        }
    }

    @Test
    void aConnectorNeedsItsPublicUrlAndChannelsAreIdsWithNumbers() {
        String id = "614208aa-b153-4d5d-9989-2fddfc0ce4c3";

        assertThat(door.flawOf(Connectors.of(door).build())).isEmpty();
        assertThat(door.flawOf(Connectors.of(door).publicUrl(null).build())).isPresent();
        for (String good :
                new String[] {id + "=50500", id + "=+46701234567", id + "=50500, " + id.replace('6', '7') + "=50501"}) {
            assertThat(door.flawOf(Connectors.of(door).option("channels", good).build()))
                    .isEmpty();
        }
        for (String bad :
                new String[] {"", id, id + "=", "=50500", "x=50500", id + "=50500,", id + "=50500," + id + "=50501"}) {
            assertThat(door.flawOf(Connectors.of(door).option("channels", bad).build()))
                    .as(bad)
                    .isPresent();
        }
    }

    private static String seconds() {
        return Long.toString(NOW.getEpochSecond());
    }

    private SimulatedRequest request() {
        return provider.request(SMS, account, NOW);
    }

    private SimulatedRequest with(String timestamp, String signature) {
        return request()
                .without(TIMESTAMP)
                .without(SIGNATURE)
                .with(TIMESTAMP, timestamp)
                .with(SIGNATURE, signature);
    }

    private void assertGenuine(SimulatedRequest request, Instant at) {
        assertThat(judge(request, at, SECRET)).isEqualTo(new Authenticity.Genuine());
    }

    private void assertForged(SimulatedRequest request, Instant at) {
        assertThat(judge(request, at, SECRET)).isInstanceOf(Authenticity.Forged.class);
    }

    private Authenticity judge(SimulatedRequest request, Instant at, String... secrets) {
        return door.authenticate(
                Requests.raw(request, at), Connectors.of(door).secrets(secrets).build());
    }
}
