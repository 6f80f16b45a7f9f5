/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.server;

import io.uptext.challenge.ChallengeService;
import io.uptext.testkit.process.Lifeline;
import java.nio.file.Path;
import java.util.List;

/** challenge-service as it is, with one relying party. */
final class ChallengeProgram {

    private static final String CHALLENGE = "--uptext.challenge.";

    private ChallengeProgram() {}

    /** Serves on the port of loopback that is named first, in front of Kafka and Redis, with the files of a folder. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[3]);
        Lifeline.hold(() -> ChallengeService.application()
                .run(List.of(
                                "--server.address=127.0.0.1",
                                "--server.port=" + arguments[0],
                                "--spring.kafka.bootstrap-servers=" + arguments[1],
                                "--uptext.redis.uri=" + arguments[2],
                                CHALLENGE + "pepper=" + Contender.PEPPER,
                                CHALLENGE + "watch-url=https://watch.example.com/v1/watch",
                                CHALLENGE + "issuer=https://sms.example.com",
                                CHALLENGE + "proof-keys=" + BenchedParty.proofKeys(folder),
                                CHALLENGE + "registry=" + BenchedParty.registry(folder))
                        .toArray(String[]::new)));
    }
}
