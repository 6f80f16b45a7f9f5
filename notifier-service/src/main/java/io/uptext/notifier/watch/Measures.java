/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The numbers of waiting browsers, by relying party: of those that have challenges, so there are no more than the registry has. */
final class Measures {

    private static final String PARTY = "relying_party";
    /** Where nobody knows whose the challenge is. */
    private static final String NONE = "none";

    private final MeterRegistry registry;
    private final Map<RelyingPartyId, OfParty> parties = new ConcurrentHashMap<>();
    private final Counter refused;

    Measures(MeterRegistry registry) {
        this.registry = registry;
        this.refused = streams(NONE, HowEnded.REFUSED);
    }

    /** A browser waits. */
    void came(RelyingPartyId party) {
        of(party).watchers().incrementAndGet();
    }

    /** It waits no more. */
    void left(RelyingPartyId party) {
        of(party).watchers().decrementAndGet();
    }

    /** A stream has ended. */
    void ended(RelyingPartyId party, HowEnded how) {
        of(party)
                .streams()
                .computeIfAbsent(how, each -> streams(party.value(), each))
                .increment();
    }

    /** A request to listen was answered with a problem. */
    void refused() {
        refused.increment();
    }

    /**
     * An outcome has gone into the socket.
     *
     * @param millis since it came to be in the log, by two clocks
     */
    void pushed(RelyingPartyId party, long millis) {
        of(party).latency().record(Duration.ofMillis(Math.max(0, millis)));
    }

    private OfParty of(RelyingPartyId party) {
        return parties.computeIfAbsent(party, this::register);
    }

    private OfParty register(RelyingPartyId party) {
        AtomicInteger watchers = new AtomicInteger();
        Gauge.builder("uptext.watchers", watchers, AtomicInteger::get)
                .description("Browsers that wait here")
                .tag(PARTY, party.value())
                .register(registry);
        Timer latency = Timer.builder("uptext.push.latency")
                .description("From an outcome's record in Kafka to the socket of a browser")
                .tag(PARTY, party.value())
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
        return new OfParty(watchers, latency, new ConcurrentHashMap<>(new EnumMap<>(HowEnded.class)));
    }

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private Counter streams(String party, HowEnded how) {
        return Counter.builder("uptext.watch.streams")
                .description("Streams that have ended, by how")
                .tag(PARTY, party)
                .tag("how", how.word())
                .register(registry);
    }

    private record OfParty(AtomicInteger watchers, Timer latency, Map<HowEnded, Counter> streams) {}
}
