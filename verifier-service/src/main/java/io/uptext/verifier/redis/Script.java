/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A Lua script of ours, called by its digest; a server that does not know it yet is told. */
final class Script {

    private static final String HEAD = read("join-partition.lua");

    private final String name;
    private final String source;
    private final String digest;
    private final ScriptOutputType output;

    Script(String name, ScriptOutputType output) {
        this.name = name;
        this.output = output;
        this.source = HEAD + read(name);
        this.digest = digest(source);
    }

    /** What Redis knows a script by. */
    private static String digest(String source) {
        try {
            byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    private static String read(String name) {
        try (InputStream lua = Script.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(lua).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is not in the jar", e);
        }
    }

    /** A call on its way; the caller flushes. */
    <T> Call<T> call(RedisClusterAsyncCommands<String, String> redis, String[] keys, String[] arguments) {
        RedisFuture<T> answer = redis.evalsha(digest, output, keys, arguments);
        return new Call<>(answer, () -> redis.eval(source, output, keys, arguments));
    }

    @Override
    public String toString() {
        return name;
    }

    /** Sends a command. */
    @FunctionalInterface
    interface Sending<T> {
        RedisFuture<T> send();
    }

    /**
     * A call of a script.
     *
     * @param answer what comes, if the server knows the script
     * @param whole sends all of it
     */
    record Call<T>(RedisFuture<T> answer, Sending<T> whole) {

        /** Whether a failure only says that the server does not know the script, after a failover for example. */
        static boolean isUnknown(@Nullable Throwable failure) {
            return failure instanceof RedisNoScriptException;
        }
    }
}
