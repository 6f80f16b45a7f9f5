/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.routing;

import io.lettuce.core.RedisClient;
import io.uptext.testkit.process.Lifeline;

/** The owner of all partitions, in a process of its own. */
final class OwnerProgram {

    private OwnerProgram() {}

    /** Routes what the Kafka has that is named second, by the Redis that is named third; the first is a port that nobody uses. */
    public static void main(String[] arguments) throws Exception {
        Lifeline.hold(() -> {
            RedisClient redis = RedisClient.create(arguments[2]);
            Owner owner = Owner.start(arguments[1], redis);
            return () -> {
                owner.close();
                redis.shutdown();
            };
        });
    }
}
