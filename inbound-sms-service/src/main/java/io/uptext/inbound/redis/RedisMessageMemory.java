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
import java.util.stream.Stream;

/**
 * A set for each day (UTC) in Redis, of the messages that became durable on it. A message is known on that day and the next:
 * for 24 hours at least, as long as the most patient providers try again (Vonage, Bandwidth), and for little more than 48 at
 * most. Ids are digests, so a member tells nobody who has sent what.
 *
 * <p>A key for each message would be forgotten to the second, and cost several times as much (docs/adr/0017).
 */
public final class RedisMessageMemory implements MessageMemory {

    private static final String PREFIX = "uptext:inbound:durable:";

    /** For how long a message is known at least. */
    private static final Duration LIFE = Duration.ofHours(24);

    /** How far clocks of instances may be apart, or one may be set back, without a message being unknown at midnight. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    /** When Redis drops a set by itself, in days after its own: once nobody asks for it, and nobody has dropped it. */
    private static final int DROPPED_AFTER = 3;

    /** How long a message waits to be remembered together with others: no provider tries again so soon. */
    private static final Duration MOMENT = Duration.ofMillis(5);

    private final Redis redis;
    private final Clock clock;
    private final Gathering<Lookup> lookups;
    private final Gathering<MessageId> remembered;
    /** The day whose set was dropped last, all before which have been. */
    private final AtomicReference<LocalDate> dropped = new AtomicReference<>(LocalDate.MIN);

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
        List<MessageId> all =
                load.stream().flatMap(each -> each.messages().stream()).toList();
        List<CompletableFuture<Set<MessageId>>> known =
                days().map(day -> members(day, all)).toList();
        var _ = CompletableFuture.allOf(known.toArray(CompletableFuture<?>[]::new))
                .thenRun(() -> {
                    Set<MessageId> ofAllDays = new HashSet<>();
                    known.forEach(each -> ofAllDays.addAll(each.join()));
                    load.forEach(each -> each.answer(ofAllDays));
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
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var _ = redis.ask(new Command<>(CommandType.SADD, new IntegerOutput<>(UTF8), key(today, messages)));
        long end = today.plusDays(DROPPED_AFTER).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        CommandArgs<String, String> when = key(today, List.of()).add(end);
        var _ = redis.ask(new Command<>(CommandType.EXPIREAT, new BooleanOutput<>(UTF8), when));
        drop(firstDay().minusDays(1));
    }

    /** Unlike to expire, this holds up nobody while millions of members are freed. Tried again until Redis has heard of it. */
    private void drop(LocalDate day) {
        LocalDate last = dropped.get();
        if (!day.equals(last) && dropped.compareAndSet(last, day)) {
            var _ = redis.ask(new Command<>(CommandType.UNLINK, new IntegerOutput<>(UTF8), key(day, List.of())))
                    .thenAccept(answer -> {
                        if (answer.isEmpty()) {
                            dropped.compareAndSet(day, last);
                        }
                    });
        }
    }

    /** Those on which a message may have become durable that is to be known: two, and three around midnight. */
    private Stream<LocalDate> days() {
        LocalDate last = LocalDate.ofInstant(clock.instant().plus(CLOCKS), ZoneOffset.UTC);
        return firstDay().datesUntil(last.plusDays(1));
    }

    private LocalDate firstDay() {
        return LocalDate.ofInstant(clock.instant().minus(LIFE).minus(CLOCKS), ZoneOffset.UTC);
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
