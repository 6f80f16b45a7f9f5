/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import static io.lettuce.core.codec.StringCodec.UTF8;

import io.lettuce.core.output.ValueListOutput;
import io.uptext.contracts.vocabulary.Validity;
import io.uptext.inbound.door.Part;
import io.uptext.inbound.receive.PartMemory;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A hash for each longer message, for as long as a challenge can be valid. */
public final class RedisPartMemory implements PartMemory {

    private static final String PREFIX = "uptext:inbound:parts:";

    /** Keeps a part and gives all, in order, once they are there; they stay, so that a repeated part gives them again. */
    private static final String ADD = """
            redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
            redis.call('EXPIRE', KEYS[1], ARGV[4])
            local parts = {}
            for number = 1, tonumber(ARGV[3]) do
              local part = redis.call('HGET', KEYS[1], tostring(number))
              if not part then return {} end
              parts[number] = part
            end
            return parts
            """;

    private final Redis redis;

    /** Keeps parts in {@code redis}. */
    public RedisPartMemory(Redis redis) {
        this.redis = redis;
    }

    @Override
    public CompletableFuture<Optional<String>> add(String message, Part part, String text) {
        return redis.ask(Scripts.call(
                        ADD,
                        new ValueListOutput<>(UTF8),
                        PREFIX + message,
                        Integer.toString(part.number()),
                        text,
                        Integer.toString(part.total()),
                        Long.toString(Validity.LONGEST.toSeconds())))
                .thenApply(
                        all -> all.filter(parts -> parts.size() == part.total()).map(parts -> String.join("", parts)));
    }
}
