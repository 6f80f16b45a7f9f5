/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.smpp;

import io.uptext.benchmarks.server.Contender;
import io.uptext.inbound.InboundSmsService;
import io.uptext.testkit.process.Lifeline;
import java.util.List;

/** inbound-sms-service as it is, with one connector over SMPP. */
final class SmppProgram {

    /** Its connector. */
    static final String CONNECTOR = "carrier";

    private static final String KEY = "--uptext.inbound.connectors." + CONNECTOR + ".";

    private SmppProgram() {}

    /** Binds at the port of loopback that is named first, with the window that is named then, before Kafka and Redis. */
    public static void main(String[] arguments) throws Exception {
        Lifeline.hold(() -> InboundSmsService.application()
                .run(List.of(
                                "--server.address=127.0.0.1",
                                "--management.server.port=-1",
                                "--server.port=0",
                                "--spring.kafka.bootstrap-servers=" + arguments[2],
                                "--uptext.redis.uri=" + arguments[3],
                                "--uptext.inbound.pepper=" + Contender.PEPPER,
                                KEY + "provider=smpp",
                                KEY + "secrets=secret",
                                KEY + "route-trust=T3",
                                KEY + "destinations=" + Contender.DESTINATION,
                                KEY + "smpp.smscs=127.0.0.1:" + arguments[0],
                                KEY + "smpp.system-id=uptext",
                                KEY + "smpp.window=" + arguments[1])
                        .toArray(String[]::new)));
    }
}
