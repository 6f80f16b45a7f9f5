/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.backend;

import java.nio.file.Path;
import java.util.Map;

/** One broker and one Redis for all tests of a JVM, started by the first that asks and stopped with the JVM. */
public final class Backends {

    private static final Path FOLDER =
            Path.of("target", "backends", "run-" + ProcessHandle.current().pid());

    private Backends() {}

    /** The broker of this JVM. */
    public static KafkaBroker kafka() {
        return Kafka.BROKER;
    }

    /** The Redis of this JVM. */
    public static RedisServer redis() {
        return Redis.SERVER;
    }

    /** A broker for one test alone, which may stop it. */
    public static KafkaBroker ownKafka(String name) {
        return KafkaBroker.start(fresh(name), Ports.free(), Ports.free());
    }

    /** The same, with settings of its own beside ours: with access control, for example. */
    public static KafkaBroker ownKafka(String name, Map<String, String> settings) {
        return KafkaBroker.start(fresh(name), Ports.free(), Ports.free(), settings);
    }

    /** A broker in a JVM of its own for one test alone, which may kill it. */
    public static KafkaBrokerProcess kafkaProcess(String name) {
        return KafkaBrokerProcess.start(fresh(name), Ports.free(), Ports.free());
    }

    /** A Redis for one test alone, which may stop it. */
    public static RedisServer ownRedis(String name, int port, String... options) {
        return RedisServer.start(fresh(name), port, options);
    }

    /** The same, of another make or age. */
    public static RedisServer ownRedisOf(String executable) {
        return RedisServer.startAs(executable, fresh("other"), Ports.free());
    }

    /** The executable of the oldest Redis that we work with. */
    public static String oldestRedis() {
        return RedisServer.oldest(fresh("oldest"));
    }

    /** A Redis Cluster for one test alone. */
    public static RedisCluster ownRedisCluster() {
        return new RedisCluster(fresh("cluster"));
    }

    /** A sentinel for one test alone, which watches a Redis under a name and replaces it within seconds. */
    public static RedisServer ownSentinel(String name, RedisServer master) {
        return RedisServer.startSentinel(fresh("sentinel"), Ports.free(), name, master.port());
    }

    private static Path fresh(String name) {
        return FOLDER.resolve(name + "-" + Ports.free());
    }

    private static final class Kafka {
        static final KafkaBroker BROKER =
                stoppedWithJvm(KafkaBroker.start(FOLDER.resolve("kafka"), Ports.free(), Ports.free()));
    }

    private static final class Redis {
        static final RedisServer SERVER = stoppedWithJvm(RedisServer.start(FOLDER.resolve("redis"), Ports.free()));
    }

    private static <T extends AutoCloseable> T stoppedWithJvm(T backend) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                backend.close();
            } catch (Exception e) {
                throw new IllegalStateException("a backend did not stop", e);
            }
        }));
        return backend;
    }
}
