/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.redis;

import io.uptext.challenge.limit.Admission;
import io.uptext.challenge.limit.Cap;
import io.uptext.challenge.limit.Limiter;
import io.uptext.challenge.limit.Places;
import io.uptext.challenge.limit.Rate;
import io.uptext.challenge.limit.Verdict;
import io.uptext.contracts.vocabulary.Validity;
import io.uptext.platform.redis.Reach;
import io.uptext.platform.redis.Reach.Live;
import io.uptext.platform.redis.RedisProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts in Redis for all instances: one call of one script for a creation. An answer that does not come is a failure, which
 * comes at once while there is no connection.
 *
 * <p>Rates and places go by the clock of Redis, of which there is one; how old codes are goes by ours, to the day.
 */
public final class RedisLimiter implements Limiter, AutoCloseable {

    /** How long a named request can be repeated, and some time for clocks. */
    private static final Duration RESERVED = Duration.ofMinutes(20);

    private static final Script ADMIT = new Script("limit-admit.lua");
    private static final int FIXED_ARGUMENTS = 10;
    private static final int STATUS_AND_DRAW = 2;
    private static final String PLACE_LIFE =
            Long.toString(Validity.LONGEST.plusMinutes(1).toMillis());

    private static final String CODE_LIFE = Long.toString(Quarantine.KEPT.toSeconds());

    private final Reach reach;
    private final Function<Admission, long[]> known;
    private final Quarantine quarantine;
    private final Supplier<Duration> ahead;

    /**
     * Begins to connect.
     *
     * @param known what this instance knows of anyway, as in {@link Admission#fits}: less than that does not count, so that
     *     what Redis has lost is not allowed again
     */
    public RedisLimiter(RedisProperties properties, Function<Admission, long[]> known, Clock clock) {
        this(properties, known, clock, () -> Duration.ZERO);
    }

    /**
     * As above.
     *
     * @param ahead how far time is ahead of what Redis says
     */
    RedisLimiter(RedisProperties properties, Function<Admission, long[]> known, Clock clock, Supplier<Duration> ahead) {
        this.reach = new Reach(
                properties,
                "this instance counts by itself what is created, from the log of all",
                "counts what is created");
        this.known = known;
        this.quarantine = new Quarantine(clock);
        this.ahead = ahead;
    }

    @Override
    public CompletableFuture<Verdict> admit(Admission wanted) {
        @Nullable Live live = reach.live();
        if (live == null) {
            return CompletableFuture.failedFuture(new Away());
        }
        return ADMIT.call(live.commands(), keys(wanted), arguments(wanted))
                .handle((answer, failure) -> {
                    if (failure != null) {
                        reach.failed(live, failure);
                        throw new Away();
                    }
                    reach.answered(live);
                    return verdict(wanted, answer);
                })
                .toCompletableFuture();
    }

    @Override
    public void release(Places places) {
        @Nullable Live live = reach.live();
        if (live != null) {
            for (String cap : places.caps()) {
                // If it gets lost, the place is free when the challenge's validity is over.
                var _ = live.commands().zrem(prefix(places.destination()) + cap, places.challenge());
            }
        }
    }

    private String[] keys(Admission wanted) {
        List<String> keys = new ArrayList<>(16);
        String prefix = prefix(wanted.destination());
        for (Rate rate : wanted.rates()) {
            keys.add(prefix + rate.key());
        }
        for (Cap cap : wanted.caps()) {
            keys.add(prefix + cap.key());
        }
        keys.add(prefix + "r:" + wanted.challenge());
        quarantine.addKeys(keys, prefix, wanted.code());
        return keys.toArray(String[]::new);
    }

    private String[] arguments(Admission wanted) {
        long[] counts = known.apply(wanted);
        List<String> arguments = new ArrayList<>(
                FIXED_ARGUMENTS + 4 * (wanted.rates().size() + wanted.caps().size()));
        arguments.add(micros(ahead.get()));
        arguments.add(wanted.challenge());
        arguments.add(Integer.toString(wanted.draw()));
        arguments.add(wanted.named() ? Long.toString(RESERVED.toMillis()) : "0");
        arguments.add(micros(wanted.validity()));
        arguments.add(PLACE_LIFE);
        arguments.add(Quarantine.member(wanted.code()));
        arguments.add(CODE_LIFE);
        arguments.add(Integer.toString(wanted.rates().size()));
        arguments.add(Integer.toString(wanted.caps().size()));
        int at = 0;
        for (Rate rate : wanted.rates()) {
            arguments.add(Long.toString(rate.interval()));
            arguments.add(Integer.toString(rate.count()));
            arguments.add(Long.toString(counts[at++]));
        }
        for (Cap cap : wanted.caps()) {
            arguments.add(Integer.toString(cap.most()));
            arguments.add(cap.isTold() ? "1" : "0");
            arguments.add(Long.toString(counts[at++]));
            arguments.add(Long.toString(counts[at++]));
        }
        return arguments.toArray(String[]::new);
    }

    private static Verdict verdict(Admission wanted, List<Long> answer) {
        int status = answer.getFirst().intValue();
        return switch (status) {
            case 2 -> new Verdict.CodeTaken();
            case 3 -> new Verdict.Admitted(answer.get(1).intValue(), List.of());
            default -> {
                long[] counts = new long[answer.size() - STATUS_AND_DRAW];
                for (int i = 0; i < counts.length; i++) {
                    counts[i] = answer.get(STATUS_AND_DRAW + i);
                }
                yield Verdict.of(wanted, status == 1, counts);
            }
        };
    }

    /** With the destination as the hash tag: all that a script touches lies in one slot of a cluster. */
    private static String prefix(String destination) {
        return "uptext:limit:{" + destination + "}:";
    }

    private static String micros(Duration duration) {
        return Long.toString(TimeUnit.MICROSECONDS.convert(duration));
    }

    @Override
    public void close() {
        reach.close();
    }

    /** Says that Redis has not decided; why is in the log. It is an answer rather than a failure, so it has no stack trace. */
    private static final class Away extends RuntimeException {

        Away() {
            super("Redis does not decide", null, false, false);
        }
    }
}
