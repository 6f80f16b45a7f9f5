/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.verifier.join.Arrival;
import io.uptext.verifier.join.JoinKey;
import io.uptext.verifier.join.JoinStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;

/** Verifiers as somebody might have built them who had not thought of what the tests think of. */
final class Mutants {

    private Mutants() {}

    /** It acknowledges a poll, and then says what is to be said. */
    static BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> acknowledgingFirst(
            BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> listener) {
        return (records, poll, consumer) -> {
            Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
            for (ConsumerRecord<byte[], byte[]> each : records) {
                read.put(new TopicPartition(each.topic(), each.partition()), new OffsetAndMetadata(each.offset() + 1));
            }
            Objects.requireNonNull(consumer).commitSync(read);
            listener.onMessage(records, poll, consumer);
        };
    }

    /** It ends challenges by the clock, since it takes all that was received for read. */
    static BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> trustingTheClock(
            BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> listener) {
        return (records, poll, consumer) ->
                listener.onMessage(records, poll, withoutEnds(Objects.requireNonNull(consumer)));
    }

    private static Consumer<?, ?> withoutEnds(Consumer<?, ?> consumer) {
        return (Consumer<?, ?>) Proxy.newProxyInstance(
                Consumer.class.getClassLoader(), new Class<?>[] {Consumer.class}, (_, method, arguments) -> {
                    if (method.getName().equals("endOffsets")) {
                        return Map.of();
                    }
                    try {
                        return method.invoke(consumer, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** It asks any phone. */
    static JoinStore skippingThePhone(JoinStore store) {
        return new ChangedStore(store) {
            @Override
            Map<JoinKey, List<Arrival>> arriving(Map<JoinKey, List<Arrival>> arrivals) {
                Map<JoinKey, List<Arrival>> changed = new LinkedHashMap<>();
                arrivals.forEach((key, each) -> changed.put(
                        key,
                        each.stream()
                                .map(arrival -> arrival instanceof Arrival.Created(var challenge)
                                        ? new Arrival.Created(openToAll(challenge))
                                        : arrival)
                                .toList()));
                return changed;
            }
        };
    }

    private static ChallengeCreated openToAll(ChallengeCreated challenge) {
        return new ChallengeCreated(
                challenge.challengeId(),
                challenge.relyingParty(),
                challenge.destination(),
                challenge.code(),
                null,
                challenge.minimumRouteTrust(),
                challenge.onWrongPhone(),
                challenge.createdAt(),
                challenge.expiresAt(),
                challenge.waitTokenHash(),
                challenge.codeChallenge(),
                challenge.nonce(),
                challenge.requestHash(),
                challenge.context(),
                challenge.metadata(),
                challenge.returnTo());
    }

    /** It finds the challenge of a text by who sent it. */
    static JoinStore matchingByPhoneOnly(JoinStore store, Pepper pepper) {
        return new ChangedStore(store) {
            @Override
            Map<JoinKey, List<Arrival>> arriving(Map<JoinKey, List<Arrival>> arrivals) {
                Map<JoinKey, List<Arrival>> changed = new LinkedHashMap<>();
                arrivals.forEach((key, each) -> each.forEach(arrival -> changed.computeIfAbsent(
                                phone(arrival)
                                        .map(phone -> JoinKey.of(key.partition(), pepper.senderKey(phone)))
                                        .orElse(key),
                                _ -> new ArrayList<>())
                        .add(arrival)));
                return changed;
            }
        };
    }

    private static Optional<Msisdn> phone(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Created(var challenge) -> Optional.ofNullable(challenge.msisdn());
            case Arrival.Message(var evidence) -> Optional.of(evidence.sender());
            case Arrival.Cancelled _, Arrival.DeadlinePassed _, Arrival.Recorded _ -> Optional.empty();
        };
    }
}
