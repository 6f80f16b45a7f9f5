/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.join;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.platform.kafka.EventRecords;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** A sign-in that is not one, or is one twice, would be counted as the verifier's fault. */
class SignInsTests {

    private final SignIns signIns = new SignIns(Clock.fixed(Instant.parse("2026-11-25T08:00:00Z"), ZoneOffset.UTC));

    @Test
    void theTextConfirmsTheChallengeOfTheSameKey() throws Exception {
        SignIn signIn = signIns.next();
        ChallengeCreated challenge = (ChallengeCreated) read(signIn.challenge());
        InboundSmsReceived text = (InboundSmsReceived) read(signIn.text());

        assertThat(signIn.text().key()).isEqualTo(signIn.challenge().key());
        assertThat(text.code()).isEqualTo(challenge.code());
        assertThat(text.sender()).isEqualTo(challenge.msisdn());
        assertThat(challenge.validity().covers(text.receivedAt())).isTrue();
        assertThat(text.routeTrust().satisfies(challenge.minimumRouteTrust())).isTrue();
        assertThat(signIn.challengeId()).isEqualTo(challenge.challengeId().value());
    }

    @Test
    void noCodeComesTwice() {
        List<SignIn> all = signIns.next(20_000);

        assertThat(all.stream()
                        .map(each ->
                                JoinEvents.text(requireNonNull(each.challenge().key())))
                        .collect(Collectors.toSet()))
                .hasSize(20_000);
    }

    @Test
    void eachPartitionHasOne() {
        assertThat(signIns.oneOfEachPartition().stream().map(SignIn::partition)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void onAnotherTopicARecordIsTheSame() {
        SignIn signIn = signIns.next();
        ProducerRecord<byte[], byte[]> elsewhere = signIn.textTo(JoinTopics.of("other"));

        assertThat(elsewhere.topic()).isEqualTo("bench.other.texts");
        assertThat(elsewhere.value()).isEqualTo(signIn.text().value());
        assertThat(elsewhere.headers()).isEqualTo(signIn.text().headers());
    }

    private static Object read(ProducerRecord<byte[], byte[]> written) throws Exception {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                written.topic(), 0, 0, requireNonNull(written.key()), requireNonNull(written.value()));
        written.headers().forEach(record.headers()::add);
        return EventRecords.read(record);
    }
}
