/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import io.lettuce.core.SetArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.inbound.receive.MessageMemory;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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

    /** A question for each, sent together: one for all of them would be refused where keys live on several servers. */
    @Override
    public CompletableFuture<Set<MessageId>> durable(Collection<MessageId> messages) {
        return redis.ask(commands -> known(messages, commands)).thenApply(known -> known.orElse(Set.of()));
    }

    private static CompletionStage<Set<MessageId>> known(
            Collection<MessageId> messages, RedisAsyncCommands<String, String> commands) {
        Map<MessageId, CompletableFuture<Long>> found = new HashMap<>();
        messages.forEach(
                message -> found.put(message, commands.exists(key(message)).toCompletableFuture()));
        return CompletableFuture.allOf(found.values().toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> found.entrySet().stream()
                        .filter(each -> each.getValue().join() > 0)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public void remember(MessageId message) {
        redis.tell(commands -> commands.set(key(message), "1", SetArgs.Builder.ex(LIFE)));
    }

    private static String key(MessageId message) {
        return PREFIX + message.value();
    }
}
