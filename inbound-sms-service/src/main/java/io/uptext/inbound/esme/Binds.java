/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.inbound.loop.EventLoops;
import io.uptext.inbound.receive.DeadLetters;
import io.uptext.inbound.receive.FirstSights;
import io.uptext.inbound.receive.Intake;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All binds at all carriers. */
public final class Binds implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Binds.class);

    /** How long the end of all binds may take. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final List<Bind> all = new ArrayList<>();

    /**
     * What the messages of all carriers go through.
     *
     * @param intake takes in what is a text
     * @param sights tells whether a message has come before
     * @param deadLetters keeps what will never be accepted
     * @param pepper what the contents of messages become digests under
     * @param clock our time
     */
    public record Receiving(Intake intake, FirstSights sights, DeadLetters deadLetters, Pepper pepper, Clock clock) {}

    /**
     * Which bind it is, and what it is doing.
     *
     * @param smsc {@code host:port}
     * @param number from 1, at its SMSC
     */
    public record Status(ConnectorId connector, String smsc, int number, BindState state) {}

    /**
     * Makes them ready; {@link #start} begins.
     *
     * @param tls how a carrier's links are encrypted, asked for each new one; null if they are not
     */
    public Binds(
            List<SmppConnector> connectors,
            Function<SmppSettings.Tls, @Nullable SslContext> tls,
            Receiving receiving,
            EventLoops loops,
            MeterRegistry registry) {
        Dialer dialer = new Dialer(loops);
        RandomGenerator random = new SecureRandom();
        for (SmppConnector connector : connectors) {
            warn(connector);
            SmppDeliveries deliveries = new SmppDeliveries(connector, receiving, registry);
            for (SmscAddress smsc : connector.smscs()) {
                Logins logins = new Logins();
                for (int number = 1; number <= connector.settings().binds(); number++) {
                    EventLoop loop = loops.all().get(all.size() % loops.all().size());
                    all.add(new Bind(
                            new Bind.Place(connector, smsc, number),
                            loop,
                            logins,
                            dialer,
                            () -> tls.apply(connector.settings().tls()),
                            deliveries,
                            new BindMetrics(registry, connector, smsc, number),
                            new Backoff(connector.settings(), random)));
                }
            }
        }
    }

    private static void warn(SmppConnector connector) {
        if (!connector.settings().tls().enabled()) {
            log.warn(
                    "{} binds without TLS: unless its link is a VPN, whoever is on the way to {} can text as anybody",
                    connector.id(),
                    connector.settings().smscs());
        }
    }

    /** Begins to bind. It returns at once: an SMSC that is away keeps nobody from starting. */
    public void start() {
        all.forEach(Bind::start);
    }

    /** What each of them is doing. */
    public List<Status> statuses() {
        return all.stream()
                .map(bind -> new Status(
                        bind.place().connector().id(),
                        bind.place().smsc().toString(),
                        bind.place().number(),
                        bind.state()))
                .toList();
    }

    /** Answers what is under way, and unbinds. */
    @Override
    public void close() {
        CompletableFuture.allOf(all.stream().map(Bind::close).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
