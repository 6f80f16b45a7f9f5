/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.browser;

import io.uptext.benchmarks.browser.BrowsersProgram.Errand;
import io.uptext.benchmarks.control.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Browsers that came together, seen from the run. */
public final class Party implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Line line;
    private final int number;
    private final int size;

    Party(Line line, int number, int size) {
        this.line = line;
        this.number = number;
        this.size = size;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** How they stand. */
    public Count count() {
        return ask(Errand.COUNT, Count::read);
    }

    /**
     * Waits until all have their state, and wait for more.
     *
     * @throws IllegalStateException if that takes too long, or one was refused or lost
     */
    public void awaitWaiting(Duration longest) {
        await(
                "have come",
                count -> {
                    if (count.lost() > 0 || count.refused() > 0) {
                        throw new IllegalStateException("Not all could wait: " + count.inWords());
                    }
                    return count.waiting() == size;
                },
                longest);
    }

    /** Waits until each knows its outcome, or waits for it with a state. */
    public void awaitHealed(Duration longest) {
        await("are healed", count -> count.waiting() + count.told() == size, longest);
    }

    /** Waits until each knows its outcome. */
    public void awaitTold(Duration longest) {
        await("know their outcomes", count -> count.told() == size, longest);
    }

    private void await(String what, Predicate<Count> goal, Duration longest) {
        long limit = System.nanoTime() + longest.toNanos();
        Count count = count();
        while (!goal.test(count)) {
            if (System.nanoTime() - limit > 0) {
                throw new IllegalStateException("Of %,d browsers not all %s within %d s: %s"
                        .formatted(size, what, longest.toSeconds(), count.inWords()));
            }
            LockSupport.parkNanos(GLANCE.toNanos());
            count = count();
        }
    }

    /** What each has seen, in the order of their tokens. What broke before is not said again. */
    public List<Seen> seen() {
        return ask(Errand.SEEN, in -> {
            List<Seen> all = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                all.add(Seen.read(in));
            }
            return all;
        });
    }

    /** Where they turn to when their connections break from now on, and how. */
    public void comeBack(int port, Comeback how) {
        line.ask(
                out -> {
                    out.writeUTF(Errand.COME_BACK.name());
                    out.writeInt(number);
                    out.writeInt(port);
                    out.writeUTF(how.name());
                },
                in -> in.readBoolean());
    }

    @Override
    public void close() {
        ask(Errand.LEAVE, in -> in.readBoolean());
    }

    private <T> T ask(Errand errand, Line.Report<T> report) {
        return line.ask(
                out -> {
                    out.writeUTF(errand.name());
                    out.writeInt(number);
                },
                report);
    }
}
