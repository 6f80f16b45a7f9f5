/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.load.Load;
import io.uptext.benchmarks.load.TwilioTexts;
import io.uptext.benchmarks.server.Backend;
import io.uptext.benchmarks.server.Server;
import io.uptext.contracts.topic.Topic;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** People of each kind, who have become so by texting their own codes and those of others through the door. */
final class Population {

    /** So many codes of others lock a phone. */
    private static final int MISSES = 5;

    private static final int CONNECTIONS = 32;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final String run = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    private final TwilioTexts texts = new TwilioTexts(Clock.systemUTC());
    private final Backend backend;
    private final Load load;
    private final Server door;
    private final Site another;
    private int sent;

    Population(Backend backend, Load load, Server door, Site another) {
        this.backend = backend;
        this.load = load;
        this.door = door;
        this.another = another;
    }

    /** What becomes known of a number, and must not be told. */
    enum Kind {
        KNOWN("+46701"),
        UNKNOWN("+46702"),
        LOCKED("+46703");

        private final String start;

        Kind(String start) {
            this.start = start;
        }

        String number(int index) {
            return start + "%06d".formatted(index);
        }
    }

    /** Has so many of each come to be. */
    void grow(int count, PrintWriter out) throws Exception {
        List<byte[]> answers = new ArrayList<>();
        List<byte[]> misses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(text(
                    Kind.KNOWN.number(i), another.create(Kind.KNOWN.number(i)).text()));
            String anothers = another.create("+46709%06d".formatted(i)).text();
            for (int miss = 0; miss < MISSES; miss++) {
                misses.add(text(Kind.LOCKED.number(i), anothers));
            }
        }
        send(answers);
        await(Topic.AUTH_OUTCOMES, count);
        out.printf("  %d numbers have signed in%n", count);
        send(misses);
        await(Topic.MISSES, (long) MISSES * count);
        out.printf("  %d numbers are locked, by %d codes of others each%n", count, MISSES);
        out.flush();
    }

    /** Tries one of each at the site that asks: the right code of a locked phone confirms nothing, and that of the others does. */
    void prove(Site asking) throws Exception {
        long before = backend.records(Topic.AUTH_OUTCOMES);
        Map<Kind, String> ids = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Site.Created created = asking.create(kind.number(0));
            ids.put(kind, created.id());
            send(List.of(text(kind.number(0), created.text())));
        }
        await(Topic.AUTH_OUTCOMES, before + Kind.values().length);
        for (Kind kind : Kind.values()) {
            JsonNode shown = asking.show(ids.getOrDefault(kind, ""));
            String wanted = kind == Kind.LOCKED ? "pending" : "confirmed";
            if (!shown.path("status").asString().equals(wanted)) {
                throw new IllegalStateException("a challenge of a number that is "
                        + kind.name().toLowerCase(Locale.ROOT) + " is not " + wanted + " after its code");
            }
        }
    }

    private byte[] text(String number, String text) {
        return texts.write("SM%s%08x".formatted(run, sent++), number, text);
    }

    private void send(List<byte[]> all) throws InterruptedException {
        var _ = load.send(all.toArray(byte[][]::new), door.port(), Math.min(CONNECTIONS, all.size()));
    }

    private void await(Topic topic, long records) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (backend.records(topic) < records) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("the verifier has not told of all texts within " + PATIENCE);
            }
            Thread.sleep(GLANCE);
        }
    }
}
