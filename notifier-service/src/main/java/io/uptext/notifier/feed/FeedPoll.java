/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import io.uptext.platform.http.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/** One answer instead of a stream: what there is, or what comes while it waits. */
final class FeedPoll {

    private static final Duration GLANCE = Duration.ofMillis(500);

    /** How long Kafka may take to give what is there. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private FeedPoll() {}

    /** Reads; it blocks.
     *
     * @param limit at most so many
     * @param wait how long to wait for the first where there is none
     */
    static Polled read(Supplier<FeedReader> open, int limit, Duration wait) {
        try (FeedReader reader = open.get()) {
            List<FeedEvent> events = new ArrayList<>();
            long begun = System.nanoTime();
            while (events.size() < limit && !isOver(reader, events, wait, System.nanoTime() - begun)) {
                events.addAll(reader.poll(GLANCE));
            }
            List<FeedEvent> told = events.subList(0, Math.min(limit, events.size()));
            String next = told.size() < events.size() ? told.getLast().cursor() : reader.cursor();
            return new Polled(told.stream().map(Polled.Event::of).toList(), next);
        } catch (KafkaException e) {
            throw Problem.UNAVAILABLE.because("Kafka does not answer just now.");
        }
    }

    private static boolean isOver(FeedReader reader, List<FeedEvent> events, Duration wait, long passed) {
        if (!reader.isCaughtUp()) {
            if (events.isEmpty() && passed > PATIENCE.toNanos()) {
                throw Problem.UNAVAILABLE.because("Kafka does not give what is there.");
            }
            return passed > PATIENCE.toNanos();
        }
        return !events.isEmpty() || passed >= wait.toNanos();
    }
}
