/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.Event;
import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.topic.EventType;
import io.uptext.contracts.vocabulary.LineType;
import io.uptext.contracts.vocabulary.NetworkCode;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written field by field is what binding writes, to the byte. */
class EventWritingTests {

    @ParameterizedTest
    @EnumSource
    void every_sample_is_written_as_it_is_bound(EventType type) throws IOException {
        Event event = Json.MAPPER.readValue(sample(type), type.event());

        assertThat(written(event)).isEqualTo(bound(event));
    }

    @ParameterizedTest
    @MethodSource
    void a_confirmation_with_any_gap_is_written_as_it_is_bound(AuthConfirmed confirmed) {
        assertThat(written(confirmed)).isEqualTo(bound(confirmed));
    }

    static Stream<AuthConfirmed> a_confirmation_with_any_gap_is_written_as_it_is_bound() throws IOException {
        AuthConfirmed whole = Json.MAPPER.readValue(sample(EventType.AUTH_CONFIRMED), AuthConfirmed.class);
        Instant[] times = {
            null,
            Instant.EPOCH,
            Instant.parse("2026-11-27T10:00:00.123456789Z"),
            Instant.parse("+12026-11-27T10:00:00Z")
        };
        SenderNetwork[] networks = {
            null,
            new SenderNetwork(new NetworkCode("24001"), "Tele\"Nord\\ \u001f\u20ac\ud83d\ude00", LineType.MOBILE),
            new SenderNetwork(null, null, LineType.VOIP),
            new SenderNetwork(null, "", null)
        };
        return Stream.of(times)
                .flatMap(time -> Stream.of(networks)
                        .flatMap(network ->
                                Stream.of(RouteTrust.values()).map(trust -> with(whole, trust, network, time))));
    }

    private static AuthConfirmed with(
            AuthConfirmed whole, RouteTrust trust, @Nullable SenderNetwork network, @Nullable Instant decidedAt) {
        return new AuthConfirmed(
                whole.challengeId(),
                whole.relyingParty(),
                whole.msisdn(),
                whole.messageId(),
                whole.connector(),
                trust,
                decidedAt == null ? whole.receivedAt() : decidedAt,
                network,
                decidedAt);
    }

    private static String written(Event event) {
        return new String(EventWriting.write(event, EventType.of(event)), UTF_8);
    }

    private static String bound(Event event) {
        return new String(EventWriting.bind(event, EventType.of(event)), UTF_8);
    }

    private static byte[] sample(EventType type) throws IOException {
        try (InputStream sample = EventType.class.getResourceAsStream("/uptext/samples/" + type.type() + ".json")) {
            return Objects.requireNonNull(sample).readAllBytes();
        }
    }
}
