/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.watch;

import io.uptext.benchmarks.server.BenchedParty;
import io.uptext.notifier.NotifierService;
import io.uptext.testkit.process.Lifeline;
import java.nio.file.Path;
import java.util.List;

/** notifier-service as it is. */
final class NotifierProgram {

    private static final String LIMITS = "--uptext.notifier.limits.";

    private NotifierProgram() {}

    /** Serves on the port of loopback that is named first, in front of Kafka and Redis, with the files of a folder. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[3]);
        Lifeline.hold(() -> NotifierService.application()
                .run(List.of(
                                "--server.address=127.0.0.1",
                                "--management.server.port=-1",
                                "--server.port=" + arguments[0],
                                // A parent waits 20 s for the end of a child.
                                "--uptext.notifier.watch.drain=10s",
                                "--spring.lifecycle.timeout-per-shutdown-phase=15s",
                                "--spring.kafka.bootstrap-servers=" + arguments[1],
                                "--uptext.redis.uri=" + arguments[2],
                                // All browsers are at four addresses here, and at one relying party.
                                LIMITS + "open-per-address=1000000",
                                LIMITS + "open-per-party=1000000",
                                LIMITS + "arrivals-per-minute=1000000",
                                "--uptext.notifier.registry=" + BenchedParty.registry(folder))
                        .toArray(String[]::new)));
    }
}
