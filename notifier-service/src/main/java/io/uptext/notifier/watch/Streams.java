/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.netty.util.concurrent.EventExecutor;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What all streams of this instance have in common, so that each of them keeps but one reference.
 *
 * @param wheels by event loop
 */
record Streams(
        Watchers watchers,
        Frames frames,
        Retry retry,
        Measures measures,
        Clock clock,
        Wheel.Pace pace,
        Map<EventExecutor, Wheel> wheels) {

    Streams(Watchers watchers, Retry retry, Measures measures, Clock clock, Wheel.Pace pace) {
        this(watchers, new Frames(), retry, measures, clock, pace, new ConcurrentHashMap<>());
    }

    /** The wheel of an event loop. */
    Wheel wheel(EventExecutor loop) {
        return wheels.computeIfAbsent(loop, each -> Wheel.start(each, pace, clock));
    }

    /** All wheels there are by now. */
    Collection<Wheel> all() {
        return wheels.values();
    }
}
