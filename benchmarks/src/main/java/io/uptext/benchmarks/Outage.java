/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.load.Pressure;
import io.uptext.benchmarks.load.Tally;
import io.uptext.benchmarks.machine.Memory;
import io.uptext.testkit.backend.KafkaBrokerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stops Kafka under a service that is under load, starts it again, and looks on. */
final class Outage {

    private static final int OK = 200;
    private static final Duration BEFORE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(3);

    /** Answers to what was sent before come within the time that a service takes at most. */
    private static final Duration SETTLE = Duration.ofSeconds(3);

    private static final Duration GLANCE = Duration.ofMillis(100);

    /** For so long nearly all answers must be good before it is called recovered. */
    private static final int GOOD_GLANCES = 20;

    private static final double NEARLY_ALL = 0.99;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KafkaBrokerProcess kafka;
    private final ProcessHandle service;
    private final Pressure pressure;
    private final MemoryReport report;

    Outage(KafkaBrokerProcess kafka, ProcessHandle service, Pressure pressure, MemoryReport report) {
        this.kafka = kafka;
        this.service = service;
        this.pressure = pressure;
        this.report = report;
    }

    /**
     * What was seen.
     *
     * @param during samples of the service's memory without Kafka
     * @param answers without Kafka, from a few seconds after it had stopped
     * @param brokerStart how long Kafka took to start again
     * @param recovery from Kafka's start, when it is told to start, until nearly all texts are taken
     * @param after the service's memory then, still under load
     */
    record Seen(List<Memory> during, Tally answers, Duration brokerStart, Duration recovery, Memory after) {

        Seen {
            during = List.copyOf(during);
        }
    }

    Seen survive(Duration time) throws InterruptedException {
        Thread.sleep(BEFORE);
        report.sample("with Kafka", Memory.of(service), pressure.take());
        kafka.stop();
        Thread.sleep(SETTLE);
        report.note(
                "Kafka has stopped, while this was answered: " + pressure.take().inWords());
        List<Memory> during = new ArrayList<>();
        Tally answers = Tally.NONE;
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(BETWEEN_SAMPLES);
            Memory sample = Memory.of(service);
            Tally tally = pressure.take();
            during.add(sample);
            answers = answers.plus(tally);
            report.sample("without Kafka", sample, tally);
        }
        return restart(during, answers);
    }

    private Seen restart(List<Memory> during, Tally answers) throws InterruptedException {
        long told = System.nanoTime();
        try (ExecutorService starter = Executors.newSingleThreadExecutor()) {
            CompletableFuture<Duration> brokerStart = CompletableFuture.supplyAsync(
                    () -> {
                        kafka.start();
                        return since(told);
                    },
                    starter);
            Duration recovery = recovery(told);
            Memory after = Memory.of(service);
            report.sample("with Kafka again", after, pressure.take());
            return new Seen(during, answers, brokerStart.join(), recovery, after);
        }
    }

    private Duration recovery(long told) throws InterruptedException {
        int good = 0;
        Duration since = Duration.ZERO;
        while (good < GOOD_GLANCES) {
            Thread.sleep(GLANCE);
            if (pressure.take().share(OK) < NEARLY_ALL) {
                good = 0;
            } else if (good++ == 0) {
                since = since(told);
            }
            if (since(told).compareTo(PATIENCE) > 0) {
                throw new IllegalStateException("The service has not recovered within " + PATIENCE.toMinutes()
                        + " minutes after Kafka was started");
            }
        }
        return since;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
