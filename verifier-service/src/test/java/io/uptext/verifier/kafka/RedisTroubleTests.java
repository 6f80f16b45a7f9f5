/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.backend.RedisServer;
import io.uptext.testkit.fault.TcpProxy;
import io.uptext.verifier.join.Case;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** While Redis is slow, silent, refuses or is harmed nobody is confirmed who should not be, and afterwards all are. */
@ExtendWith(OutputCaptureExtension.class)
class RedisTroubleTests {

    private static final int MANY = 8;
    private static final Duration A_WHILE = Duration.ofSeconds(1);
    /** How long Redis takes to load a key, in microseconds. */
    private static final int LOAD_DELAY = 1000;

    private static RedisServer redis;
    private static TcpProxy proxy;
    private static SignIns people;

    @BeforeAll
    static void start() {
        redis = Backends.ownRedis(
                "trouble",
                Ports.free(),
                "--enable-debug-command",
                "yes",
                "--loading-process-events-interval-bytes",
                "1024");
        proxy = TcpProxy.to(redis.port());
        people = new SignIns("redis://127.0.0.1:" + proxy.port());
        people.awaitAnother();
    }

    @AfterAll
    static void stop() {
        people.close();
        proxy.close();
        redis.close();
    }

    /** What keeps Redis from working, and what ends that. */
    record Trouble(String name, Runnable begin, Runnable end) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Trouble> troubles() {
        return Stream.of(
                new Trouble("slow", () -> proxy.delay(Duration.ofMillis(500)), () -> proxy.delay(Duration.ZERO)),
                new Trouble("hung", () -> redis.hang(), () -> redis.goOn()),
                new Trouble(
                        "hung, and its connections are gone",
                        () -> {
                            redis.hang();
                            proxy.reset();
                        },
                        () -> redis.goOn()),
                new Trouble("full", () -> say("CONFIG SET maxmemory 1"), () -> say("CONFIG SET maxmemory 0")),
                new Trouble(
                        "read-only", () -> say("REPLICAOF 127.0.0.1 " + Ports.free()), () -> say("REPLICAOF NO ONE")),
                new Trouble(
                        "forbidden",
                        () -> say("ACL SETUSER default -@scripting"),
                        () -> say("ACL SETUSER default +@all")),
                new Trouble(
                        "another password",
                        () -> {
                            say("CONFIG SET requirepass secret");
                            proxy.reset();
                        },
                        () -> say("AUTH secret\r\nCONFIG SET requirepass \"\"")));
    }

    /** What somebody does to Redis that does not keep it from working. */
    enum Harm {
        FLUSHED("FLUSHALL"),
        CLIENTS_KILLED("CLIENT KILL TYPE normal"),
        SLOTS_DELETED("EVAL \"for _, key in ipairs(redis.call('KEYS', 'uptext:*')) do"
                + " if #key > 36 then redis.call('DEL', key) end end\" 0"),
        SLOTS_OF_THE_FUTURE("EVAL \"for _, key in ipairs(redis.call('KEYS', 'uptext:*')) do"
                + " if #key > 36 then redis.call('SET', key, '2mwhatever') end end\" 0"),
        EPOCHS_OF_ANOTHER_TYPE("EVAL \"for _, key in ipairs(redis.call('KEYS', 'uptext:*:epoch')) do"
                + " redis.call('DEL', key) redis.call('LPUSH', key, 1) end\" 0"),
        DEADLINES_OF_ANOTHER_TYPE("EVAL \"for _, key in ipairs(redis.call('KEYS', 'uptext:*:deadlines')) do"
                + " redis.call('DEL', key) redis.call('LPUSH', key, 1) end\" 0");

        private final String command;

        Harm(String command) {
            this.command = command;
        }
    }

    private static void say(String command) {
        var _ = redis.say(command);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void nobody_is_confirmed_while_redis_cannot_work_and_everybody_is_afterwards(Trouble trouble, CapturedOutput log) {
        List<Case> waiting = people.ask(MANY);
        people.awaitAnother();
        List<Case> meanwhile;
        trouble.begin.run();
        try {
            meanwhile = people.ask(MANY);
            people.text(waiting);
            people.text(meanwhile);
            waiting.forEach(each -> people.text(each, "wrong", Case.OTHER_PHONE));
            await().during(A_WHILE)
                    .atMost(A_WHILE.multipliedBy(2))
                    .until(() -> Stream.concat(waiting.stream(), meanwhile.stream())
                            .allMatch(each -> people.ends(each).isEmpty()));
        } finally {
            trouble.end.run();
        }

        people.awaitConfirmed(waiting);
        people.awaitConfirmed(meanwhile);
        assertNothingIsSaidOf(waiting, log);
        assertNothingIsSaidOf(meanwhile, log);
    }

    @ParameterizedTest
    @EnumSource
    void whatever_is_done_to_redis_everybody_who_waits_is_confirmed_once(Harm harm, CapturedOutput log) {
        List<Case> consumed = people.ask(MANY);
        people.text(consumed);
        people.awaitConfirmed(consumed);
        List<Case> waiting = people.ask(MANY);
        people.awaitAnother();

        say(harm.command);

        people.text(waiting);
        people.awaitConfirmed(waiting);
        people.awaitAnother();
        assertThat(Stream.concat(consumed.stream(), waiting.stream()))
                .allSatisfy(each -> assertThat(people.confirmers(each))
                        .containsExactly(each.right().messageId()));
        assertNothingIsSaidOf(waiting, log);
    }

    @Test
    void while_redis_loads_it_is_waited_for() throws Exception {
        List<Case> waiting = people.ask(MANY);
        people.awaitAnother();
        say("CONFIG SET key-load-delay " + LOAD_DELAY);
        Thread loading = Thread.ofVirtual().start(() -> say("DEBUG RELOAD"));
        people.text(waiting);
        loading.join();
        say("CONFIG SET key-load-delay 0");

        people.awaitConfirmed(waiting);
    }

    private static void assertNothingIsSaidOf(List<Case> asked, CapturedOutput log) {
        String all = log.getAll().toLowerCase(Locale.ROOT);
        assertThat(asked)
                .allSatisfy(each -> assertThat(Arrays.asList(
                                Case.PHONE.digits(),
                                Case.OTHER_PHONE.digits(),
                                each.id().value(),
                                each.challenge().code().normal(),
                                each.challenge().code().display()))
                        .noneMatch(secret -> all.contains(secret.toLowerCase(Locale.ROOT))));
    }
}
