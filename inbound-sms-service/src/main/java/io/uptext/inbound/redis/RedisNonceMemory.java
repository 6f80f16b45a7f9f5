/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import static io.lettuce.core.codec.StringCodec.UTF8;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.output.ValueOutput;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.inbound.door.Signatures;
import io.uptext.inbound.receive.NonceMemory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A key for each nonce, with the digest of the one request that it was used for. */
public final class RedisNonceMemory implements NonceMemory {

    /** As long as a door remembers messages, at least. */
    private static final Duration LIFE = Duration.ofHours(24);

    private static final String PREFIX = "uptext:inbound:nonce:";

    /** {@code SET .. NX GET} would be one command, and needs Redis 7. */
    private static final String CLAIM = """
            if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'EX', ARGV[2]) then return ARGV[1] end
            return redis.call('GET', KEYS[1])
            """;

    private final Redis redis;

    /** Remembers in {@code redis}. */
    public RedisNonceMemory(Redis redis) {
        this.redis = redis;
    }

    @Override
    public CompletableFuture<Claim> claim(ConnectorId connector, String nonce, String digest) {
        String key = PREFIX + connector + ":" + Signatures.sha256Hex(nonce.getBytes(UTF_8));
        String life = Long.toString(LIFE.toSeconds());
        return redis.ask(Scripts.call(CLAIM, new ValueOutput<>(UTF8), List.of(key), digest, life))
                .thenApply(holder -> holder.map(held -> held.equals(digest) ? Claim.FITS : Claim.USED)
                        .orElse(Claim.UNKNOWN));
    }
}
