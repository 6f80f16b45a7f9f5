/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.backend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Three masters that are a Redis Cluster, each with a third of the slots. Needs a redis-server 7 on the PATH. */
public final class RedisCluster implements AutoCloseable {

    private static final int SLOTS = 16384;
    private static final int MASTERS = 3;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Path folder;
    private final List<RedisServer> masters = new ArrayList<>();
    private final List<Integer> buses = new ArrayList<>();

    /** Starts them and waits until they know each other. */
    RedisCluster(Path folder) {
        this.folder = folder;
        for (int i = 0; i < MASTERS; i++) {
            buses.add(Ports.free());
            masters.add(start(i, Ports.free()));
        }
        for (int i = 0; i < MASTERS; i++) {
            master(i).say("CLUSTER ADDSLOTSRANGE " + SLOTS * i / MASTERS + " " + (SLOTS * (i + 1) / MASTERS - 1));
            master(0).say("CLUSTER MEET 127.0.0.1 " + master(i).port() + " " + buses.get(i));
        }
        awaitAgreement();
    }

    private RedisServer start(int number, int port) {
        return RedisServer.start(
                folder.resolve(String.valueOf(number)),
                port,
                "--cluster-enabled",
                "yes",
                "--cluster-port",
                String.valueOf(buses.get(number)),
                "--cluster-node-timeout",
                "10000",
                "--cluster-require-full-coverage",
                "no");
    }

    private void awaitAgreement() {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (!masters.stream().allMatch(RedisCluster::agrees)) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("the cluster did not come together; see " + folder);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static boolean agrees(RedisServer master) {
        String info = master.say("CLUSTER INFO");
        return info.contains("cluster_state:ok") && info.contains("cluster_slots_ok:" + SLOTS);
    }

    /** One of the masters, from 0. */
    public RedisServer master(int number) {
        return masters.get(number);
    }

    /** Kills a master; it comes back in its place with nothing in it. */
    public void replace(int number) {
        master(number).kill();
        masters.set(number, start(number, master(number).port()));
        awaitAgreement();
    }

    /** Says a command to each. */
    public void sayToAll(String command) {
        masters.forEach(master -> master.say(command));
    }

    /** What clients take for its address. */
    public String uri() {
        return masters.stream().map(RedisServer::uri).collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        masters.forEach(RedisServer::close);
    }
}
