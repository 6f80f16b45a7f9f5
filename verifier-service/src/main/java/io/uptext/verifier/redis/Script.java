/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.uptext.platform.redis.LuaText;
import org.jspecify.annotations.Nullable;

/** A Lua script of ours, called by its digest; a server that does not know it yet is told. */
final class Script {

    private final String name;
    private final LuaText text;
    private final ScriptOutputType output;

    Script(String name, ScriptOutputType output) {
        this.name = name;
        this.output = output;
        this.text = LuaText.of(Script.class, "join-partition.lua", name);
    }

    /** A call on its way; the caller flushes. */
    <T> Call<T> call(RedisClusterAsyncCommands<String, String> redis, String[] keys, String[] arguments) {
        RedisFuture<T> answer = redis.evalsha(text.digest(), output, keys, arguments);
        return new Call<>(answer, () -> redis.eval(text.source(), output, keys, arguments));
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
