/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.quickstart.phone.Phone;
import io.uptext.testkit.backend.Ports;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** One stack for all system tests of this JVM, and what they do with it. */
final class Running {

    static final String NUMBER = "+46701234567";

    /** What all services of this JVM log. */
    static final Path LOG = Path.of("target", System.getProperty("uptext.quickstart.log"));

    static final ScriptedRandom RANDOM = new ScriptedRandom();
    static final MovableClock CLOCK = new MovableClock();
    /** Where a page of another site may come to be. */
    static final int OTHER_SITE = Ports.free();

    static final AtomicReference<ApplicationContext> CHALLENGE_SERVICE = new AtomicReference<>();
    static final Stack STACK = start();

    private static final RelyingParty ACME = new RelyingParty(STACK);
    private static final AtomicInteger PHONES = new AtomicInteger();

    private Running() {}

    private static Stack start() {
        Path folder =
                Path.of("target", "run", "tests-" + ProcessHandle.current().pid());
        Stack stack = Stack.start(
                folder,
                Addresses.free(),
                List.of(),
                List.of("http://localhost:" + OTHER_SITE),
                _ -> {},
                challenge -> challenge.initializers(context -> {
                    CHALLENGE_SERVICE.set(context);
                    var beans = context.getBeanFactory();
                    beans.registerSingleton("scriptedRandom", RANDOM);
                    beans.registerSingleton("movableClock", CLOCK);
                }));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        return stack;
    }

    static HttpResponse<String> send(HttpRequest request) {
        return ACME.send(request);
    }

    static HttpResponse<String> api(String method, String path, String key, String body) {
        return ACME.api(method, path, key, body);
    }

    static JsonNode create(String body) {
        return ACME.create(body);
    }

    static JsonNode show(JsonNode challenge) {
        return ACME.show(challenge);
    }

    /** A phone that has never texted: one that misses in several tests would be locked in the last of them. */
    static String stranger() {
        return "+467098%05d".formatted(PHONES.incrementAndGet());
    }

    static int text(String from, String text) {
        return send(STACK.phone().webhook(Phone.TWILIO, from, "50500", text)).statusCode();
    }

    static JsonNode awaitStatus(JsonNode challenge, String status) {
        return ACME.awaitStatus(challenge, status);
    }

    /** Until the verifier has read and committed all that is in its topics. */
    static void awaitVerifier() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", STACK.kafka()))) {
            Awaitility.await().until(() -> {
                var committed = admin.listConsumerGroupOffsets("uptext-verifier")
                        .partitionsToOffsetAndMetadata()
                        .get();
                var ends = admin.listOffsets(committed.keySet().stream()
                                .collect(Collectors.<TopicPartition, TopicPartition, OffsetSpec>toMap(
                                        partition -> partition, _ -> OffsetSpec.latest())))
                        .all()
                        .get();
                return !committed.isEmpty()
                        && ends.entrySet().stream()
                                .allMatch(end -> committed
                                                .getOrDefault(end.getKey(), new OffsetAndMetadata(0))
                                                .offset()
                                        >= end.getValue().offset());
            });
        }
    }

    /** Draws what it is told to, then what it likes. */
    static final class ScriptedRandom extends SecureRandom {

        private final ConcurrentLinkedQueue<Integer> script = new ConcurrentLinkedQueue<>();

        /** Makes the next code drawn be this one. */
        void nextCode(String normal) {
            normal.substring(0, 8)
                    .chars()
                    .map("0123456789ABCDEFGHJKMNPQRSTVWXYZ"::indexOf)
                    .forEach(script::add);
        }

        @Override
        public int nextInt(int bound) {
            Integer scripted = script.poll();
            return scripted == null ? super.nextInt(bound) : scripted;
        }
    }

    /** The system's clock, or some time ahead of it. */
    static final class MovableClock extends Clock {

        volatile Duration ahead = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead);
        }
    }
}
