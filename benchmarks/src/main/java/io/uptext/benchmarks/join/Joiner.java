/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.join;

import static java.util.Objects.requireNonNull;

import io.uptext.benchmarks.server.Backend;
import io.uptext.testkit.backend.KafkaBroker;
import io.uptext.testkit.process.ChildJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Who takes part in the comparison of joins. All are given the same records. */
public enum Joiner {
    /** verifier-service as it is, with one consumer thread. */
    VERIFIER("verifier", VerifierProgram.class),
    /** Joins nothing: copies each record, and commits only what Kafka has. No loop that keeps everything is faster. */
    COPY("safe copy loop", CopyProgram.class),
    /** Kafka Streams with its own stores, each commit a transaction. */
    STREAMS_EXACTLY_ONCE("Streams, exactly once", StreamsProgram.class),
    /** The same without transactions. */
    STREAMS_AT_LEAST_ONCE("Streams, at least once", StreamsProgram.class),
    /** Forwards texts one by one and waits for nothing: no way over two topics is shorter. */
    TWO_HOPS("two hops", CopyProgram.class);

    private final String title;
    private final Class<?> program;

    Joiner(String title, Class<?> program) {
        this.title = title;
        this.program = program;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** What it reads and writes. */
    public JoinTopics topics() {
        return this == VERIFIER ? JoinTopics.CATALOGUE : JoinTopics.of(plainName());
    }

    private String plainName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How many outcomes it makes of so many challenges and so many texts, all of which belong together. */
    public long outcomes(long challenges, long texts) {
        return this == COPY ? challenges + texts : texts;
    }

    /** What the outcome of a sign-in has for a key. */
    String outcomeKey(SignIn signIn) {
        return this == TWO_HOPS ? JoinEvents.text(requireNonNull(signIn.text().key())) : signIn.challengeId();
    }

    /** Starts it in front of these, with these options of the JVM. */
    public Contender start(Backend backend, Path folder, List<String> options)
            throws ExecutionException, InterruptedException {
        createTopics(backend);
        String name = plainName();
        ChildJvm jvm = ChildJvm.start(
                program,
                folder.resolve(name + ".log"),
                options,
                List.of(
                        name(),
                        backend.kafka().bootstrapServers(),
                        backend.redis().uri(),
                        folder.resolve("state").resolve(name).toAbsolutePath().toString()));
        return new Contender(this, backend, jvm);
    }

    private void createTopics(Backend backend) throws ExecutionException, InterruptedException {
        if (this == VERIFIER) {
            return;
        }
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, backend.kafka().bootstrapServers()))) {
            admin.createTopics(topics().all().stream()
                            .map(topic -> new NewTopic(topic, KafkaBroker.PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** One that runs. */
    public record Contender(Joiner joiner, Backend backend, ChildJvm jvm) implements AutoCloseable {

        /** Its process. */
        public ProcessHandle process() {
            return jvm.process();
        }

        @Override
        public void close() {
            jvm.close();
        }
    }
}
