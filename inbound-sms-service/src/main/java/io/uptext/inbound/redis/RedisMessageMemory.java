/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import static io.lettuce.core.codec.StringCodec.UTF8;

import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandKeyword;
import io.lettuce.core.protocol.CommandType;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.inbound.receive.MessageMemory;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** A key for each durable message. Ids are digests, so a key tells nobody who has sent what. */
public final class RedisMessageMemory implements MessageMemory {

    /** As long as the most patient providers try again (Vonage, Bandwidth). */
    static final Duration LIFE = Duration.ofHours(24);

    private static final String PREFIX = "uptext:inbound:durable:";

    private final Redis redis;

    /** Remembers in {@code redis}. */
    public RedisMessageMemory(Redis redis) {
        this.redis = redis;
    }

    /** A command for each: one for all of them would be refused where keys live on several servers. */
    @Override
    public CompletableFuture<Set<MessageId>> durable(Collection<MessageId> messages) {
        Map<MessageId, CompletableFuture<Optional<Long>>> found = new HashMap<>();
        messages.forEach(message -> found.put(
                message,
                redis.ask(new Command<>(
                        CommandType.EXISTS, new IntegerOutput<>(UTF8), new CommandArgs<>(UTF8).addKey(key(message))))));
        return CompletableFuture.allOf(found.values().toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> found.entrySet().stream()
                        .filter(each -> each.getValue().join().orElse(0L) > 0)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public void remember(MessageId message) {
        var _ = redis.ask(new Command<>(
                CommandType.SET,
                new StatusOutput<>(UTF8),
                new CommandArgs<>(UTF8)
                        .addKey(key(message))
                        .addValue("1")
                        .add(CommandKeyword.EX)
                        .add(LIFE.toSeconds())));
    }

    private static String key(MessageId message) {
        return PREFIX + message.value();
    }
}
