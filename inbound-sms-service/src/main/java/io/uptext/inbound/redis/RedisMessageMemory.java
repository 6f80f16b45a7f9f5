/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import io.lettuce.core.KeyValue;
import io.lettuce.core.SetArgs;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.inbound.receive.MessageMemory;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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

    @Override
    public Set<MessageId> durable(Collection<MessageId> messages) {
        String[] keys = messages.stream().map(RedisMessageMemory::key).toArray(String[]::new);
        return redis.ask(commands -> commands.mget(keys)).orElse(List.of()).stream()
                .filter(KeyValue::hasValue)
                .map(each -> new MessageId(each.getKey().substring(PREFIX.length())))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void remember(MessageId message) {
        redis.tell(commands -> commands.set(key(message), "1", SetArgs.Builder.ex(LIFE)));
    }

    private static String key(MessageId message) {
        return PREFIX + message.value();
    }
}
