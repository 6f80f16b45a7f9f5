/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.edge;

import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.inbound.InboundSmsService;
import io.uptext.inbound.http.Deliveries;
import io.uptext.inbound.http.RecordingSink;
import io.uptext.inbound.loop.EventLoops;
import io.uptext.inbound.receive.DurablePublishing;
import io.uptext.inbound.receive.InMemory;
import io.uptext.inbound.receive.Intake;
import io.uptext.inbound.receive.Joining;
import io.uptext.inbound.receive.Reception;
import io.uptext.testkit.backend.Ports;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The service as it is started, on a port of loopback, with a sink that a test can read and a memory of its own. */
final class DoorsOnPort implements AutoCloseable {

    /** Has it serve metrics and health, too. */
    static final String WITH_MANAGEMENT = "--management.server.port=0";

    static final String TWILIO_TOKEN = "twilio-auth-token";
    static final String TWILIO_URL = "https://sms.example.com/v1/inbound/twilio";
    private static final String PEPPER = "c2VjcmV0LXBlcHBlci1mb3ItdGVzdHMtMzItYnl0ZXMhIQ==";

    private final ConfigurableApplicationContext service;

    /**
     * Starts it with four connectors: {@code twilio}, which signs; and {@code json}, {@code form} and {@code query}, which
     * believe everybody, so that what follows the proof can be tried by whoever has none.
     *
     * @param more arguments
     */
    DoorsOnPort(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.allow-bean-definition-overriding=true",
                "--spring.kafka.bootstrap-servers=127.0.0.1:" + Ports.free(),
                "--uptext.redis.uri=redis://127.0.0.1:" + Ports.free(),
                "--uptext.inbound.pepper=" + PEPPER));
        arguments.addAll(connector("twilio", "provider=twilio", "secrets=" + TWILIO_TOKEN, "public-url=" + TWILIO_URL));
        arguments.addAll(connector("json", "provider=generic", "authentication=none", "route-trust=T0"));
        arguments.addAll(connector("form", "provider=africastalking", "authentication=none", "route-trust=T0"));
        arguments.addAll(connector("query", "provider=kannel", "authentication=none", "route-trust=T0"));
        arguments.addAll(List.of(more));
        if (!arguments.contains(WITH_MANAGEMENT)) {
            arguments.add("--management.server.port=-1");
        }
        service = InboundSmsService.application().sources(Recording.class).run(arguments.toArray(String[]::new));
    }

    /** The arguments of a connector at 50500. */
    static List<String> connector(String name, String... keys) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--uptext.inbound.connectors." + name + ".destinations=50500");
        for (String key : keys) {
            arguments.add("--uptext.inbound.connectors." + name + "." + key);
        }
        return arguments;
    }

    int port() {
        return Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
    }

    int managementPort() {
        return Integer.parseInt(service.getEnvironment().getRequiredProperty("local.management.port"));
    }

    RecordingSink sink() {
        return service.getBean(RecordingSink.class);
    }

    <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    @Override
    public void close() {
        service.close();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Recording {

        private final InMemory memory = new InMemory();

        @Bean
        RecordingSink inboundSmsSink() {
            return new RecordingSink();
        }

        @Bean
        Intake intake(RecordingSink sink, EventLoops loops) {
            Pepper pepper = new Pepper(PEPPER);
            return new Intake(
                    new Reception(pepper),
                    new Joining(memory, pepper),
                    new DurablePublishing(sink, memory, loops::here));
        }

        @Bean
        Deliveries deliveries(Intake intake, Clock clock) {
            return new Deliveries(
                    intake,
                    memory,
                    _ -> {
                        throw new IOException("nothing is fetched in this test");
                    },
                    clock);
        }
    }
}
