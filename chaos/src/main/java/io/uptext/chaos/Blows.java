/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.promise.Fault;
import io.uptext.chaos.stage.Instance;
import io.uptext.chaos.stage.Notifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is done to those who tell people how their challenges have ended. */
final class Blows {

    private static final Duration SHORTEST_ABSENCE = Duration.ofSeconds(2);
    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(4);
    private static final Duration BROKER_ABSENCE = Duration.ofSeconds(10);
    private static final Duration SHORTEST_FREEZE = Duration.ofSeconds(6);
    private static final Duration LONGEST_FREEZE = Duration.ofSeconds(10);

    /** A notifier takes its time to send its watchers away, one after the other. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(60);

    private Blows() {}

    /** One notifier dies, and comes back after some seconds. */
    static Fault killNotifier(Scene scene) throws Exception {
        Instance victim = notifier(scene);
        Instant at = scene.now();
        victim.kill();
        scene.say("kill -9 of notifier %d".formatted(victim.number()));
        absence(scene);
        victim.start();
        scene.say("notifier %d is back".formatted(victim.number()));
        return scene.mended("kill -9 of a notifier", at);
    }

    /** One notifier is replaced in good order, as a rolling update does. */
    static Fault replaceNotifier(Scene scene) throws Exception {
        Instance victim = notifier(scene);
        Instant at = scene.now();
        scene.say("SIGTERM of notifier %d".formatted(victim.number()));
        boolean isEnded = victim.terminate(LONGEST_FAREWELL);
        scene.say(
                isEnded
                        ? "notifier %d has ended".formatted(victim.number())
                        : "notifier %d has not ended, and was killed".formatted(victim.number()));
        victim.start();
        scene.say("notifier %d is back".formatted(victim.number()));
        return scene.mended("SIGTERM of a notifier", at);
    }

    /** One notifier holds its connections and says nothing for a while. */
    static Fault freezeNotifier(Scene scene) throws Exception {
        Instance victim = notifier(scene);
        Instant at = scene.now();
        victim.freeze();
        scene.say("SIGSTOP of notifier %d".formatted(victim.number()));
        try {
            Pause.of(Pause.between(SHORTEST_FREEZE, LONGEST_FREEZE, scene.random()));
        } finally {
            victim.thaw();
        }
        scene.say("SIGCONT of notifier %d".formatted(victim.number()));
        return scene.mended("SIGSTOP of a notifier", at);
    }

    /** Redis dies, and comes back with nothing. */
    static Fault killRedis(Scene scene) throws Exception {
        Instant at = scene.now();
        scene.stage().redis().kill();
        scene.say("kill -9 of Redis");
        absence(scene);
        scene.stage().redis().start();
        scene.say("Redis is back, empty");
        return scene.mended("kill -9 of Redis", at);
    }

    /** The only broker dies, and comes back on the logs that it had. */
    static Fault killBroker(Scene scene) throws Exception {
        Instant at = scene.now();
        scene.stage().broker().kill();
        scene.say("kill -9 of the broker");
        Pause.of(BROKER_ABSENCE);
        scene.stage().broker().start();
        scene.say("the broker is back");
        return scene.mended("kill -9 of the broker", at);
    }

    private static void absence(Scene scene) throws InterruptedException {
        Pause.of(Pause.between(SHORTEST_ABSENCE, LONGEST_ABSENCE, scene.random()));
    }

    private static Instance notifier(Scene scene) {
        List<Notifier> all = scene.stage().notifiers();
        return all.get(scene.random().nextInt(all.size())).instance();
    }
}
