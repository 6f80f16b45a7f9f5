/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.KafkaBrokerProcess;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.backend.RedisServer;
import io.uptext.verifier.system.Asked;
import io.uptext.verifier.system.World;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;

/** A broker that is killed while it has a text that nobody has read. */
class BrokerOutageTests {

    private final KafkaBrokerProcess broker = Backends.kafkaProcess("outage");
    private final RedisServer redis = Backends.ownRedis("outage-redis", Ports.free());
    private final World world = new World(broker.bootstrapServers(), redis.uri());
    private final Msisdn phone = world.phone();

    @AfterEach
    void close() {
        world.close();
        redis.close();
        broker.close();
    }

    @Test
    void no_challenge_expires_while_the_broker_has_its_text_and_does_not_answer() throws Exception {
        outage(Parts.real());

        assertThatThrownBy(() -> outage(Parts.withListener(Mutants::trustingTheClock)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(Promises.AS_EXPECTED + ":");
    }

    private void outage(Parts parts) throws InterruptedException {
        Semaphore gate = new Semaphore(1);
        CountDownLatch through = new CountDownLatch(1);
        try (var _ = parts.heardBy(each -> behind(gate, through, each)).start(world)) {
            Asked asked = world.asking().bound(phone).sent();
            world.awaitRead();
            gate.acquire();
            world.chatter(asked.partition(), 1);
            await().atMost(World.LIMIT).until(gate::hasQueuedThreads);
            InboundSmsReceived sms = world.texting(phone).answering(asked).sent();
            broker.kill();
            world.clock().advance(World.PAST_THE_DEADLINE);
            gate.release();
            // It has looked for deadlines then, without an answer.
            assertThat(through.await(World.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            broker.start();

            assertThat(world.log().endOf(asked)).isNotNull();
            Promises.confirmedBy(world, sms, asked);
        }
    }

    private BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> behind(
            Semaphore gate,
            CountDownLatch through,
            BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> listener) {
        return (records, poll, consumer) -> {
            gate.acquireUninterruptibly();
            gate.release();
            try {
                listener.onMessage(records, poll, consumer);
            } finally {
                if (!broker.process().isAlive()) {
                    through.countDown();
                }
            }
        };
    }
}
