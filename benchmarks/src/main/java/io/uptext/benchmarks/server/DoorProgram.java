/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.server;

import io.uptext.inbound.InboundSmsService;
import io.uptext.testkit.process.Lifeline;
import java.util.List;

/** inbound-sms-service as it is, with one connector of Twilio's. */
final class DoorProgram {

    private static final String CONNECTOR = "--uptext.inbound.connectors.twilio.";

    private DoorProgram() {}

    /** Serves on the port of loopback that is named first, in front of the Kafka and the Redis that are named then. */
    public static void main(String[] arguments) throws Exception {
        Lifeline.hold(() -> InboundSmsService.application()
                .run(List.of(
                                "--server.address=127.0.0.1",
                                "--management.server.port=-1",
                                "--server.port=" + arguments[0],
                                "--spring.kafka.bootstrap-servers=" + arguments[1],
                                "--uptext.redis.uri=" + arguments[2],
                                "--uptext.inbound.pepper=" + Contender.PEPPER,
                                CONNECTOR + "provider=twilio",
                                CONNECTOR + "secrets=" + Contender.SECRET,
                                CONNECTOR + "public-url=" + Contender.PUBLIC_URL,
                                CONNECTOR + "route-trust=T2",
                                CONNECTOR + "destinations=" + Contender.DESTINATION)
                        .toArray(String[]::new)));
    }
}
