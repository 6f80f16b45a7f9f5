/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import static io.lettuce.core.codec.StringCodec.UTF8;

import io.lettuce.core.output.ValueListOutput;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.Validity;
import io.uptext.inbound.door.Part;
import io.uptext.inbound.receive.PartMemory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A hash for each longer message, for as long as a challenge can be valid, and for each sender a sorted set of these, by when
 * they are forgotten (Unix time in milliseconds, of Redis). The sender's key is the hash tag of both, so that they lie in one
 * slot of a cluster.
 */
public final class RedisPartMemory implements PartMemory {

    private static final String PREFIX = "uptext:inbound:parts:";

    /**
     * Keeps a part and gives all, in order, once they are there; they stay, so that a repeated part gives them again.
     *
     * <p>KEYS: the parts of the message, the messages of the sender. ARGV: the place, the number of the part, its text, how many
     * parts there are, for how long they are kept in milliseconds, of how many messages.
     */
    private static final String ADD = """
            local parts, messages = KEYS[1], KEYS[2]
            local place, number, text, total, life, most = unpack(ARGV)
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            redis.call('ZREMRANGEBYSCORE', messages, '-inf', string.format('(%.0f', now))
            if not redis.call('ZSCORE', messages, place) and redis.call('ZCARD', messages) >= tonumber(most) then
              return {}
            end
            local held = redis.call('HGET', parts, number)
            if held and held ~= text then redis.call('DEL', parts) end
            redis.call('HSET', parts, number, text)
            local forgotten = string.format('%.0f', now + life)
            redis.call('ZADD', messages, forgotten, place)
            redis.call('PEXPIREAT', parts, forgotten)
            redis.call('PEXPIREAT', messages, forgotten)
            local whole = {}
            for n = 1, tonumber(total) do
              local part = redis.call('HGET', parts, tostring(n))
              if not part then return {} end
              whole[n] = part
            end
            return whole
            """;

    private final Redis redis;

    /** Keeps parts in {@code redis}. */
    public RedisPartMemory(Redis redis) {
        this.redis = redis;
    }

    @Override
    public CompletableFuture<Optional<List<String>>> add(CodeKey sender, String place, Part part, String text) {
        String messages = PREFIX + "{" + sender.value() + "}";
        return redis.ask(Scripts.call(
                        ADD,
                        new ValueListOutput<>(UTF8),
                        List.of(messages + ":" + place, messages),
                        place,
                        Integer.toString(part.number()),
                        text,
                        Integer.toString(part.total()),
                        Long.toString(Validity.LONGEST.toMillis()),
                        Integer.toString(MOST_OF_A_SENDER)))
                .thenApply(all -> all.filter(parts -> parts.size() == part.total()));
    }
}
