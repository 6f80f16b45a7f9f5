/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.join.Feed;
import io.uptext.benchmarks.join.JoinTopics;
import io.uptext.benchmarks.join.Joiner;
import io.uptext.benchmarks.join.OutcomeLog;
import io.uptext.benchmarks.join.OutcomeLog.Outcome;
import io.uptext.benchmarks.join.SignIn;
import io.uptext.benchmarks.join.SignIns;
import io.uptext.contracts.topic.EventType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/** The turns of one contender. */
final class JoinTurns implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(20);

    /** Longer than Kafka Streams takes between two commits: when nothing more comes for so long, nothing will. */
    private static final Duration QUIET = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SLOWEST = 1_000;

    private final Joiner.Contender contender;
    private final SignIns signIns;
    private final Feed feed;
    private final OutcomeLog outcomes;

    JoinTurns(Joiner.Contender contender, SignIns signIns) {
        this.contender = contender;
        this.signIns = signIns;
        this.feed = new Feed(contender.backend());
        this.outcomes =
                new OutcomeLog(contender.backend(), contender.joiner().topics().outcomes());
    }

    Joiner.Contender contender() {
        return contender;
    }

    /** Challenges and their texts. */
    JoinTurn turn(List<SignIn> all) {
        JoinTurn.Phase challenges = challenges(all.size(), all.iterator()::next);
        Map<TopicPartition, Long> before = outcomes.ends();
        feed.hold();
        all.forEach(each -> feed.add(each.textTo(contender.joiner().topics())));
        JoinTurn.Phase texts = untilQuiet(contender.joiner().outcomes(0, all.size()), all.size());
        check(all, outcomes.read(before, outcomes.ends()));
        return new JoinTurn(all.size(), challenges, texts);
    }

    /**
     * Challenges alone. The last one of each partition has its text there already, and is the last to be read: once it has its
     * outcome, all are stored.
     */
    JoinTurn.Phase challenges(int count, Supplier<SignIn> next) {
        JoinTopics topics = contender.joiner().topics();
        feed.hold();
        for (int i = 0; i < count; i++) {
            feed.add(next.get().challengeTo(topics));
        }
        // Made only now: a text whose challenge is written long after it counts as nobody's.
        List<SignIn> last = signIns.oneOfEachPartition();
        last.forEach(each -> feed.add(each.textTo(topics)));
        last.forEach(each -> feed.add(each.challengeTo(topics)));
        return untilQuiet(contender.joiner().outcomes(count + last.size(), last.size()), count);
    }

    private JoinTurn.Phase untilQuiet(long expected, int records) {
        feed.flush();
        long target = OutcomeLog.sum(outcomes.ends()) + expected;
        Meter meter = Meter.start(contender.process(), contender.backend());
        long begun = System.nanoTime();
        feed.release();
        Meter.Used used = meter.stop();
        long end = 0;
        long grown = System.nanoTime();
        long limit = begun + PATIENCE.plusSeconds(records / SLOWEST).toNanos();
        while (end < target || System.nanoTime() - grown < QUIET.toNanos()) {
            long now = OutcomeLog.sum(outcomes.ends());
            if (now > end) {
                grown = System.nanoTime();
                used = meter.stop();
                end = now;
            }
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("%s has not all outcomes in time: %,d are missing"
                        .formatted(contender.joiner().title(), target - end));
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return new JoinTurn.Phase(Duration.ofNanos(grown - begun), used);
    }

    private void check(List<SignIn> all, Map<Outcome, Integer> found) {
        boolean isCopy = contender.joiner() == Joiner.COPY;
        long once = found.values().stream().filter(count -> count == 1).count();
        boolean isComplete = isCopy
                || all.stream()
                        .map(each -> new Outcome(each.challengeId(), EventType.AUTH_CONFIRMED.type()))
                        .allMatch(found::containsKey);
        if (once != all.size() || found.size() != all.size() || !isComplete) {
            throw new IllegalStateException("%s has %,d outcomes of %,d sign-ins, and not each confirmed once"
                    .formatted(contender.joiner().title(), found.size(), all.size()));
        }
    }

    @Override
    public void close() {
        feed.close();
        outcomes.close();
    }
}
