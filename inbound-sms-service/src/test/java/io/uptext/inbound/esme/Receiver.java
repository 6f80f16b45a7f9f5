/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.inbound.http.RecordingSink;
import io.uptext.inbound.loop.EventLoops;
import io.uptext.inbound.receive.DurablePublishing;
import io.uptext.inbound.receive.InMemory;
import io.uptext.inbound.receive.Intake;
import io.uptext.inbound.receive.Joining;
import io.uptext.inbound.receive.RecentSights;
import io.uptext.inbound.receive.Reception;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A receiver at SMSCs on loopback, whose messages go into a recording sink. It binds again within moments. */
public final class Receiver implements AutoCloseable {

    private static final EventLoops LOOPS = new EventLoops();
    private static final int MOST_SIGHTS = 10_000;

    final RecordingSink sink = new RecordingSink();
    final List<String> deadLetters = new CopyOnWriteArrayList<>();
    final MeterRegistry registry = new SimpleMeterRegistry();
    private final Binds binds;

    private Receiver(List<String> passwords, SmppSettings settings) {
        Pepper pepper = new Pepper(Base64.getEncoder().encodeToString(new byte[32]));
        InMemory memory = new InMemory();
        RecentSights sights = new RecentSights(MOST_SIGHTS);
        SmppConnector connector = new SmppConnector(
                new ConnectorId("acme-smpp"),
                passwords,
                Set.of(new Destination("50500"), new Destination("+447860039047")),
                RouteTrust.T3,
                "SE",
                settings);
        binds = new Binds(
                List.of(connector),
                _ -> null,
                new Binds.Receiving(
                        new Intake(
                                new Reception(pepper),
                                new Joining(memory, pepper),
                                new DurablePublishing(sink, memory, LOOPS::here)),
                        (_, content, now, window) -> CompletableFuture.completedFuture(sights.of(content, now, window)),
                        (_, reason, _) -> CompletableFuture.runAsync(() -> deadLetters.add(reason), Runnable::run),
                        pepper,
                        Clock.systemUTC()),
                LOOPS,
                registry);
        binds.start();
    }

    /** Binds at these ports of loopback with the password "secret", and settings that are other than the usual ones. */
    public static Receiver at(List<Integer> ports, String... settings) {
        return at(List.of("secret"), ports, settings);
    }

    static Receiver at(List<String> passwords, List<Integer> ports, String... settings) {
        Map<String, String> all = new HashMap<>(
                Map.of("smpp.system-id", "uptext", "smpp.reconnect-first", "10ms", "smpp.reconnect-most", "50ms"));
        IntStream.range(0, ports.size()).forEach(i -> all.put("smpp.smscs[" + i + "]", "127.0.0.1:" + ports.get(i)));
        for (String setting : settings) {
            String[] keyAndValue = setting.split("=", 2);
            all.put("smpp." + keyAndValue[0], keyAndValue[1]);
        }
        return new Receiver(
                passwords,
                new Binder(new MapConfigurationPropertySource(all))
                        .bind("smpp", SmppSettings.class)
                        .get());
    }

    /** The texts that it has received, in the order of coming. */
    public List<String> texts() {
        return events().stream().map(InboundSmsReceived::text).toList();
    }

    List<InboundSmsReceived> events() {
        return sink.all().stream()
                .map(taken -> (InboundSmsReceived) taken.event())
                .collect(Collectors.toList());
    }

    /** How many PDUs it found to be none, or out of place. */
    public double malformed() {
        return registry.find("uptext.smpp.malformed").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    List<BindState> states() {
        return binds.statuses().stream().map(Binds.Status::state).toList();
    }

    @Override
    public void close() {
        binds.close();
    }
}
