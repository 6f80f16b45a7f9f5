/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.http.Ingress;
import io.uptext.inbound.receive.Receipt;
import io.uptext.inbound.receive.Reception;
import io.uptext.inbound.rules.Setups;
import io.uptext.platform.json.Json;
import io.uptext.platform.json.StrictUtf8;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Every door, every way of proving, and whatever comes over the network. The simulator's requests are the first inputs. */
class DoorFuzzTests {

    private static final int LONGEST_REASON = 250;
    private static final Reception RECEPTION =
            new Reception(new Pepper(Base64.getEncoder().encodeToString(new byte[32])));

    /** What a provider would send to somebody else. */
    static Stream<byte[]> requestsOfOthers() {
        return Setups.all().stream().map(setup -> Wire.write(setup, setup.requestOfAnother(Ingress.NOW)));
    }

    @MethodSource("requestsOfOthers")
    @FuzzTest
    void nothingIsGenuineWithoutTheSecret(byte[] input) {
        Wire wire = Wire.read(input);
        switch (wire.setup().authenticate(wire.request())) {
            case Authenticity.Genuine _ -> throw new AssertionError("a forgery passes at " + wire.setup());
            case Authenticity.Forged(String reason) -> assertQuotesNothing(reason);
            case Authenticity.Undecided(String reason) -> assertQuotesNothing(reason);
        }
    }

    static Stream<byte[]> requests() {
        return Setups.all().stream().map(setup -> Wire.write(setup, setup.request(Ingress.NOW)));
    }

    @MethodSource("requests")
    @FuzzTest
    void whateverIsReadCanBeReceivedOrIsRefused(byte[] input) {
        Wire wire = Wire.read(input);
        Reading reading = wire.setup()
                .connector()
                .door()
                .read(wire.request(), wire.setup().connector());
        switch (reading) {
            case Reading.Messages messages -> {
                assertThat(messages.messages()).isNotEmpty();
                messages.messages().forEach(message -> assertCanBeReceived(message, wire, input));
                int characters = messages.messages().stream()
                        .mapToInt(message -> message.text().length())
                        .sum();
                assertThat(characters).as("characters of text").isLessThanOrEqualTo(input.length);
                if (messages.leftOut() != null) {
                    assertQuotesNothing(messages.leftOut());
                }
            }
            case Reading.Nothing(String reason) -> assertQuotesNothing(reason);
            case Reading.Malformed(String reason) -> assertQuotesNothing(reason);
            case Reading.Handshake(var answer) -> assertThat(answer.status()).isEqualTo(200);
            case Reading.Subscription(var confirmation) -> {
                assertThat(confirmation.getScheme()).isEqualTo("https");
                assertThat(confirmation.getAuthority()).matches("sns\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?");
            }
        }
        assertThat(wire.setup()
                        .connector()
                        .door()
                        .read(wire.request(), wire.setup().connector()))
                .as("read again")
                .isEqualTo(reading);
    }

    private static void assertCanBeReceived(DoorMessage message, Wire wire, byte[] input) {
        assertThat(message.providerMessageId()).isNotEmpty();
        for (String each : new String[] {message.providerMessageId(), message.from(), message.to(), message.text()}) {
            assertThat(StrictUtf8.canEncode(each)).isTrue();
            assertThat(each.length()).isLessThanOrEqualTo(input.length + 200);
        }
        Receipt receipt =
                RECEPTION.receive(message, wire.setup().connector(), Ingress.NOW.truncatedTo(ChronoUnit.MILLIS));
        if (receipt instanceof Receipt.Accepted accepted) {
            assertThat(Json.MAPPER.writeValueAsBytes(accepted.event()).length).isLessThan(6 * input.length + 1000);
        }
    }

    /** Reasons are sentences of ours: with a number or a code in them they would not be fit for a log. */
    private static void assertQuotesNothing(String reason) {
        assertThat(reason.length()).isBetween(1, LONGEST_REASON);
        assertThat(reason).doesNotContainPattern("[0-9]{6}").doesNotContainPattern("[^\\x20-\\x7e]");
    }
}
