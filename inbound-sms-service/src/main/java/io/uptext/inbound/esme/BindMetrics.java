/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.uptext.inbound.smpp.CommandStatus;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** What Prometheus hears of one bind. No number, code or text is in a name or a tag. */
final class BindMetrics {

    private static final Duration[] STEPS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2)
    };

    private final MeterRegistry registry;
    private final Tags tags;
    private final Map<Answer, Counter> messages = new ConcurrentHashMap<>();
    private final Timer acknowledgement;
    private final Timer enquiry;

    BindMetrics(MeterRegistry registry, SmppConnector connector, SmscAddress smsc, int number) {
        this.registry = registry;
        this.tags =
                Tags.of("connector", connector.id().value(), "smsc", smsc.toString(), "bind", Integer.toString(number));
        this.acknowledgement = Timer.builder("uptext.smpp.acknowledgement")
                .description("From a message's arrival to its response")
                .tags(tags)
                .serviceLevelObjectives(STEPS)
                .register(registry);
        this.enquiry = Timer.builder("uptext.smpp.enquiry")
                .description("From our enquire_link to its response")
                .tags(tags)
                .register(registry);
    }

    /** Shows the state and the window of a bind from now on. */
    void show(Supplier<BindState> state, IntSupplier underWay, int window) {
        for (BindState each : BindState.values()) {
            Gauge.builder("uptext.smpp.bind.state", () -> state.get() == each ? 1 : 0)
                    .description("1 for the state that the bind is in")
                    .tags(tags.and("state", each.toString()))
                    .register(registry);
        }
        Gauge.builder("uptext.smpp.window.used", underWay::getAsInt)
                .description("Messages under way")
                .tags(tags)
                .register(registry);
        Gauge.builder("uptext.smpp.window.size", () -> window)
                .description("Messages that may be under way")
                .tags(tags)
                .register(registry);
    }

    void answered(Answer answer, long nanos) {
        acknowledgement.record(nanos, TimeUnit.NANOSECONDS);
        messages.computeIfAbsent(answer, this::messages).increment();
    }

    private Counter messages(Answer answer) {
        return Counter.builder("uptext.smpp.messages")
                .description("Messages, by what the SMSC was told and what became of them")
                .tags(tags.and(
                        "status",
                        answer.status().toString(),
                        "fate",
                        answer.fate().toString()))
                .register(registry);
    }

    void enquired(long nanos) {
        enquiry.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** A PDU that is none, or that has no place here. */
    void malformed(CommandStatus status) {
        registry.counter("uptext.smpp.malformed", tags.and("status", status.toString()))
                .increment();
    }

    /** The SMSC has refused something of ours. It may give any of four billion reasons; those without a name are one. */
    void nacked(CommandStatus status) {
        registry.counter("uptext.smpp.nacked", tags.and("status", status.isNamed() ? status.toString() : "other"))
                .increment();
    }

    /** A bind has ended, or has not come about. */
    void ended(Ending ending) {
        registry.counter("uptext.smpp.losses", tags.and("reason", ending.kind()))
                .increment();
    }

    void bound() {
        registry.counter("uptext.smpp.binds", tags).increment();
    }
}
