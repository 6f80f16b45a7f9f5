/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.testkit.backend.Ports;
import io.uptext.verifier.redis.GetDelJoinStore;
import io.uptext.verifier.system.Asked;
import io.uptext.verifier.system.World;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.DefaultErrorHandler;

/** Stories in which our verifier keeps a promise, and one that is built otherwise breaks it. */
class MutantTests {

    /** More than is read at once. */
    private static final int MANY = 5_000;

    private static RedisClient redis;

    private final World world = World.shared();
    private final Msisdn phone = world.phone();

    @BeforeAll
    static void begin() {
        redis = RedisClient.create(World.shared().redisUri());
        // Redis is to be full when a mutant comes: while it is being filled, they are saved by reading all again.
        try (var _ = Parts.real().start(World.shared())) {
            World.shared().leaveAllBehind();
        }
    }

    @AfterAll
    static void disconnect() {
        redis.shutdown();
    }

    @Test
    void a_crash_between_redis_and_kafka_loses_nothing() {
        crash(Parts.real());
    }

    @Test
    void a_store_that_consumes_what_it_decides_is_caught() {
        try (var connection = redis.connect()) {
            Parts mutant = Parts.withStore(store -> new GetDelJoinStore(store, connection.sync()));

            caught(() -> crash(mutant), Promises.ENDS);
        }
    }

    private void crash(Parts parts) {
        Asked asked;
        InboundSmsReceived sms;
        try (Handmade dying = parts.on(Faults::dyingWhenStored).start(world)) {
            asked = asked();
            sms = world.texting(phone).answering(asked).sent();
            await().atMost(World.LIMIT).until(() -> !dying.isRunning());
        }
        try (var _ = parts.start(world)) {
            world.passTheTime(asked.partition());
        }
        Promises.confirmedBy(world, sms, asked);
    }

    @Test
    void an_outcome_that_kafka_did_not_take_is_said_by_whoever_comes_next() {
        failToSay(Parts.real());
    }

    @Test
    void a_listener_that_acknowledges_before_it_says_is_caught() {
        caught(() -> failToSay(Parts.withListener(Mutants::acknowledgingFirst)), Promises.ENDS);
    }

    private void failToSay(Parts parts) {
        Asked asked;
        try (var _ = parts.start(world)) {
            asked = asked();
        }
        InboundSmsReceived sms = world.texting(phone).answering(asked).sent();
        AtomicInteger failures = new AtomicInteger();
        String nobody = "127.0.0.1:" + Ports.free();
        try (var _ = Handmade.start(world, parts.heardBy(each -> counting(each, failures)), nobody)) {
            await().atMost(World.LIMIT).until(() -> failures.get() > 0);
        }
        try (var _ = parts.start(world)) {
            world.passTheTime(asked.partition());
        }
        Promises.confirmedBy(world, sms, asked);
    }

    @Test
    void a_text_that_lies_unread_keeps_its_challenge_from_expiring() {
        lag(Parts.real());
    }

    @Test
    void a_verifier_that_expires_by_the_clock_is_caught() {
        caught(() -> lag(Parts.withListener(Mutants::trustingTheClock)), Promises.AS_EXPECTED);
    }

    private void lag(Parts parts) {
        Asked asked;
        try (var _ = parts.start(world)) {
            asked = asked();
        }
        world.chatter(asked.partition(), MANY);
        InboundSmsReceived sms = world.texting(phone).answering(asked).sent();
        world.clock().advance(World.PAST_THE_DEADLINE);
        // Deadlines are looked for now and then: after each poll, that is here.
        try (var _ = parts.heardBy(this::slowly).start(world)) {
            assertThat(world.log().endOf(asked)).isNotNull();
        }
        Promises.confirmedBy(world, sms, asked);
    }

    @Test
    void the_phone_is_checked_on_the_whole_way() {
        twoPhones(Parts.real());
    }

    @Test
    void a_verifier_that_skips_the_phone_is_caught() {
        caught(() -> twoPhones(Parts.withStore(Mutants::skippingThePhone)), Promises.RIGHT_TEXT);
    }

    private void twoPhones(Parts parts) {
        try (var _ = parts.start(world)) {
            Asked asked = asked();
            var _ = world.texting(world.phone()).answering(asked).sent();
            InboundSmsReceived right = world.texting(phone).answering(asked).sent();
            world.passTheTime(asked.partition());
            Promises.confirmedBy(world, right, asked);
        }
    }

    @Test
    void texts_without_the_code_confirm_nothing() {
        otherTexts(Parts.real());
    }

    @Test
    void a_verifier_that_matches_by_phone_only_is_caught() {
        Pepper pepper = new Pepper(world.pepper());

        caught(
                () -> otherTexts(Parts.withStore(store -> Mutants.matchingByPhoneOnly(store, pepper))),
                Promises.AS_EXPECTED);
    }

    private void otherTexts(Parts parts) {
        try (var _ = parts.start(world)) {
            Asked asked = asked();
            var _ = world.texting(phone).saying().in(asked.partition()).sent();
            var _ = world.texting(phone).in(asked.partition()).sent();
            world.passTheTime(asked.partition());
            Promises.expired(world, asked);
        }
    }

    @Test
    void no_failure_makes_a_verifier_pass_over_a_record() {
        failForAWhile(Parts.real(), () -> new IllegalStateException("Redis did not answer"));
    }

    @Test
    void nor_does_one_that_spring_never_tries_again() {
        failForAWhile(Parts.real(), () -> new ClassCastException("a bug"));
    }

    @Test
    void a_verifier_that_logs_and_skips_is_caught() {
        caught(
                () -> failForAWhile(
                        Parts.withErrors(DefaultErrorHandler::new),
                        () -> new IllegalStateException("Redis did not answer")),
                Promises.ENDS);
    }

    private void failForAWhile(Parts parts, Supplier<RuntimeException> failure) {
        Asked asked = world.asking().bound(phone).sent();
        InboundSmsReceived sms = world.texting(phone).answering(asked).sent();
        Faults.Outage outage = new Faults.Outage(failure);
        try (var _ = parts.on(outage::of).start(world)) {
            await().atMost(World.LIMIT).until(() -> {
                world.chatter(asked.partition(), 1);
                return outage.isOver();
            });
            world.passTheTime(asked.partition());
        }
        Promises.confirmedBy(world, sms, asked);
    }

    private Asked asked() {
        Asked asked = world.asking().bound(phone).sent();
        world.awaitRead();
        return asked;
    }

    private BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> slowly(
            BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> listener) {
        return (records, poll, consumer) -> {
            world.clock().advance(Duration.ofSeconds(1));
            listener.onMessage(records, poll, consumer);
        };
    }

    private static BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> counting(
            BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> listener, AtomicInteger failures) {
        return (records, poll, consumer) -> {
            try {
                listener.onMessage(records, poll, consumer);
            } catch (RuntimeException e) {
                failures.incrementAndGet();
                throw e;
            }
        };
    }

    private static void caught(ThrowingCallable mutant, String promise) {
        assertThatThrownBy(mutant).isInstanceOf(AssertionError.class).hasMessageStartingWith(promise + ":");
    }
}
