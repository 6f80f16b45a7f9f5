/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import static io.lettuce.core.codec.StringCodec.UTF8;

import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.inbound.receive.FirstSights;
import io.uptext.inbound.receive.RecentSights;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * A key for each message that came lately, with the time of its first coming in milliseconds. While Redis is away, each
 * process knows what has come to itself.
 */
public final class RedisFirstSights implements FirstSights {

    private static final String PREFIX = "uptext:inbound:sight:";

    /** Some 200 bytes each. */
    private static final int MOST_RECENT = 10_000;

    private final Redis redis;
    private final RecentSights recent = new RecentSights(MOST_RECENT);

    /** Remembers in {@code redis}. */
    public RedisFirstSights(Redis redis) {
        this.redis = redis;
    }

    @Override
    public CompletableFuture<Instant> of(ConnectorId connector, String content, Instant now, Duration window) {
        String key = PREFIX + connector + ":" + content;
        Instant known = recent.of(key, now, window);
        // What came first while Redis was away is not known for longer than it would have been.
        Duration left = window.minus(Duration.between(known, now));
        var _ = redis.ask(new Command<>(
                CommandType.SET,
                new StatusOutput<>(UTF8),
                new CommandArgs<>(UTF8)
                        .addKey(key)
                        .add(known.toEpochMilli())
                        .add("NX")
                        .add("PX")
                        .add(left.toMillis())));
        return redis.ask(new Command<>(CommandType.GET, new ValueOutput<>(UTF8), new CommandArgs<>(UTF8).addKey(key)))
                .thenApply(answer -> {
                    Instant first = answer.map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)))
                            .orElse(known);
                    if (!first.equals(known)) {
                        recent.correct(key, first);
                    }
                    return first;
                });
    }
}
