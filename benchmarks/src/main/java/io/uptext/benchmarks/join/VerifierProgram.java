/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.join;

import io.uptext.benchmarks.server.Contender;
import io.uptext.testkit.process.Lifeline;
import io.uptext.verifier.VerifierService;
import java.util.List;

/** verifier-service as it is, with one consumer thread. */
final class VerifierProgram {

    private VerifierProgram() {}

    /** Joins before the Kafka that is named second and the Redis that is named third. */
    public static void main(String[] arguments) throws Exception {
        Lifeline.hold(() -> VerifierService.application()
                .run(List.of(
                                "--server.address=127.0.0.1",
                                "--management.server.port=-1",
                                "--spring.kafka.bootstrap-servers=" + arguments[1],
                                "--uptext.redis.uri=" + arguments[2],
                                "--uptext.verifier.pepper=" + Contender.PEPPER,
                                "--uptext.verifier.concurrency=1")
                        .toArray(String[]::new)));
    }
}
