/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.backend.RedisCluster;
import io.uptext.testkit.backend.RedisServer;
import io.uptext.testkit.fault.TcpProxy;
import io.uptext.verifier.join.Case;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Another Redis takes over, which lacks what the one before held, if there was one. */
class RedisFailoverTests {

    private static final int MANY = 12;
    private static final Duration A_WHILE = Duration.ofSeconds(1);
    private static final Pattern ID = Pattern.compile("master_replid:(\\w+)");

    @Test
    void what_a_promoted_replica_lacks_is_confirmed_and_what_it_brings_back_to_life_is_not_confirmed_again() {
        try (RedisServer master = Backends.ownRedis("master", Ports.free(), "--repl-diskless-sync-delay", "0");
                RedisServer replica = replicaOf(master);
                TcpProxy proxy = TcpProxy.to(master.port());
                SignIns people = new SignIns("redis://127.0.0.1:" + proxy.port())) {
            people.awaitAnother();
            long size = size(master);
            List<Case> consumed = people.ask(MANY);
            await().until(() -> size(replica) == size + MANY);

            // From here on the replica hears nothing more.
            var _ = replica.say("REPLICAOF NO ONE");
            people.text(consumed);
            people.awaitConfirmed(consumed);
            List<Case> missing = people.ask(MANY);
            await().until(() -> size(master) == size + 2 * MANY);
            master.kill();
            proxy.switchTo(replica.port());

            people.text(missing);
            consumed.forEach(each -> people.text(each, "again", Case.PHONE));
            people.awaitConfirmed(missing);
            people.awaitAnother();
            assertThat(consumed)
                    .allSatisfy(each -> assertThat(people.confirmers(each))
                            .containsExactly(each.right().messageId()));
            assertThat(missing)
                    .allSatisfy(each -> assertThat(people.confirmers(each)).hasSize(1));
            String id = ID.matcher(replica.say("INFO replication"))
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            for (int partition = 0; partition < 4; partition++) {
                assertThat(replica.say("GET uptext:{" + partition + "}:epoch")).isEqualTo(id);
            }
        }
    }

    @Test
    void sentinels_name_another_master_and_sign_ins_go_on() {
        Assumptions.assumeTrue(
                RedisServer.installed("redis-server").isPresent(), "sentinels need a redis-server on the PATH");
        try (RedisServer master = Backends.ownRedis("master", Ports.free(), "--repl-diskless-sync-delay", "0");
                RedisServer replica = replicaOf(master);
                RedisServer sentinel = Backends.ownSentinel("uptext", master)) {
            await().until(() -> sentinel.say("SENTINEL REPLICAS uptext").contains(String.valueOf(replica.port())));
            try (SignIns people = new SignIns("redis-sentinel://127.0.0.1:" + sentinel.port() + "#uptext")) {
                people.awaitAnother();
                List<Case> waiting = people.ask(MANY);

                master.kill();

                people.text(waiting);
                people.awaitConfirmed(waiting);
                assertThat(replica.say("ROLE")).startsWith("master");
            }
        }
    }

    @Test
    void of_a_cluster_only_what_a_lost_master_held_is_filled_again() {
        Assumptions.assumeTrue(
                RedisServer.installed("redis-server").isPresent(), "a cluster needs a redis-server 7 on the PATH");
        try (RedisCluster cluster = Backends.ownRedisCluster();
                SignIns people = new SignIns(cluster.uri(), "--uptext.redis.cluster=true")) {
            people.awaitAnother();
            List<Case> waiting = people.ask(MANY);
            people.awaitAnother();
            // Partition 3 lies in the first third of the slots, 1 and 2 in the second, 0 in the third.
            assertThat(cluster.master(0).say("KEYS *:epoch")).isEqualTo("uptext:{3}:epoch");
            String others = cluster.master(1).say("GET uptext:{1}:epoch");

            cluster.replace(0);

            people.text(waiting);
            people.awaitConfirmed(waiting);
            people.awaitAnother();
            assertThat(cluster.master(0).say("KEYS *:epoch")).isEqualTo("uptext:{3}:epoch");
            assertThat(cluster.master(1).say("GET uptext:{1}:epoch")).isEqualTo(others);
        }
    }

    @Test
    void a_redis_that_is_not_there_at_the_start_is_used_once_it_is() {
        int port = Ports.free();
        try (SignIns people = new SignIns("redis://127.0.0.1:" + port)) {
            List<Case> waiting = people.ask(MANY);
            people.text(waiting);
            await().during(A_WHILE)
                    .atMost(A_WHILE.multipliedBy(2))
                    .until(() ->
                            waiting.stream().allMatch(each -> people.ends(each).isEmpty()));
            try (RedisServer _ = Backends.ownRedis("late", port)) {
                people.awaitConfirmed(waiting);
            }
        }
    }

    private static RedisServer replicaOf(RedisServer master) {
        RedisServer replica =
                Backends.ownRedis("replica", Ports.free(), "--replicaof", "127.0.0.1", String.valueOf(master.port()));
        await().until(() -> replica.say("INFO replication").contains("master_link_status:up"));
        return replica;
    }

    private static long size(RedisServer server) {
        return Long.parseLong(server.say("DBSIZE"));
    }
}
