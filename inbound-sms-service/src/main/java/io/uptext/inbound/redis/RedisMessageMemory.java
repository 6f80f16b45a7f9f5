/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import static io.lettuce.core.codec.StringCodec.UTF8;

import io.lettuce.core.output.BooleanListOutput;
import io.lettuce.core.output.BooleanOutput;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.inbound.loop.EventLoops;
import io.uptext.inbound.loop.Gathering;
import io.uptext.inbound.receive.MessageMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * A set for each day (UTC) in Redis, of the messages that became durable on it. A message is known on that day and the next:
 * for 24 hours at least, as long as the most patient providers try again (Vonage, Bandwidth), and for 48 at most. Ids are
 * digests, so a member tells nobody who has sent what.
 *
 * <p>A key for each message would be forgotten to the second, and cost several times as much (docs/adr/0017).
 */
public final class RedisMessageMemory implements MessageMemory {

    private static final String PREFIX = "uptext:inbound:durable:";

    /** When Redis drops a set by itself, in days after its own; it is no longer asked for from the second on. */
    private static final int DROPPED_AFTER = 3;

    /** How long a message waits to be remembered together with others: no provider tries again so soon. */
    private static final Duration MOMENT = Duration.ofMillis(5);

    private final Redis redis;
    private final Clock clock;
    private final Gathering<Lookup> lookups;
    private final Gathering<MessageId> remembered;
    private final AtomicReference<LocalDate> lastDay = new AtomicReference<>(LocalDate.MIN);

    /** Remembers in {@code redis}, on a day that {@code clock} tells. What these loops ask or tell goes together. */
    public RedisMessageMemory(Redis redis, EventLoops loops, Clock clock) {
        this.redis = redis;
        this.clock = clock;
        this.lookups = Gathering.ofATurn(loops, this::lookUp);
        this.remembered = Gathering.ofAMoment(loops, MOMENT, this::rememberAll);
    }

    @Override
    public CompletableFuture<Set<MessageId>> durable(Collection<MessageId> messages) {
        if (messages.isEmpty()) {
            return CompletableFuture.completedFuture(Set.of());
        }
        Lookup lookup = new Lookup(List.copyOf(messages), new CompletableFuture<>());
        lookups.add(lookup);
        return lookup.known();
    }

    @Override
    public void remember(MessageId message) {
        remembered.add(message);
    }

    private void lookUp(List<Lookup> load) {
        LocalDate today = today();
        List<MessageId> all =
                load.stream().flatMap(each -> each.messages().stream()).toList();
        var _ = members(today, all).thenCombine(members(today.minusDays(1), all), (known, before) -> {
            known.addAll(before);
            load.forEach(each -> each.answer(known));
            return null;
        });
    }

    /** Those of these messages that became durable on a day; none where Redis does not say so. */
    private CompletableFuture<Set<MessageId>> members(LocalDate day, List<MessageId> messages) {
        return redis.ask(new Command<>(CommandType.SMISMEMBER, new BooleanListOutput<>(UTF8), key(day, messages)))
                .thenApply(answer -> {
                    Set<MessageId> members = new HashSet<>();
                    List<Boolean> isMember = answer.orElse(List.of());
                    for (int i = 0; i < isMember.size(); i++) {
                        if (isMember.get(i)) {
                            members.add(messages.get(i));
                        }
                    }
                    return members;
                });
    }

    private void rememberAll(List<MessageId> messages) {
        LocalDate today = today();
        if (!today.equals(lastDay.getAndSet(today))) {
            // Unlike to expire, this holds up nobody while millions of members are freed.
            LocalDate over = today.minusDays(2);
            var _ = redis.ask(new Command<>(CommandType.UNLINK, new IntegerOutput<>(UTF8), key(over, List.of())));
        }
        var _ = redis.ask(new Command<>(CommandType.SADD, new IntegerOutput<>(UTF8), key(today, messages)));
        long dropped =
                today.plusDays(DROPPED_AFTER).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        CommandArgs<String, String> when = key(today, List.of()).add(dropped);
        var _ = redis.ask(new Command<>(CommandType.EXPIREAT, new BooleanOutput<>(UTF8), when));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static CommandArgs<String, String> key(LocalDate day, List<MessageId> members) {
        CommandArgs<String, String> arguments = new CommandArgs<>(UTF8).addKey(PREFIX + day);
        // As it is: for what is encoded as a value, Lettuce takes a buffer for each.
        members.forEach(each -> arguments.add(each.value()));
        return arguments;
    }

    private record Lookup(List<MessageId> messages, CompletableFuture<Set<MessageId>> known) {

        private void answer(Set<MessageId> all) {
            known.complete(messages.stream().filter(all::contains).collect(Collectors.toUnmodifiableSet()));
        }
    }
}
