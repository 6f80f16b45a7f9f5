/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.uptext.platform.redis.LuaText;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** A Lua script of ours, called by its digest; a server that does not know it yet is told. */
final class Script {

    private final LuaText text;

    Script(String name) {
        this.text = LuaText.of(Script.class, name);
    }

    /** Calls it, for whole numbers. */
    CompletionStage<List<Long>> call(
            RedisClusterAsyncCommands<String, String> redis, String[] keys, String[] arguments) {
        return redis.<List<Long>>evalsha(text.digest(), ScriptOutputType.MULTI, keys, arguments)
                .exceptionallyCompose(failure -> isUnknown(failure)
                        ? redis.eval(text.source(), ScriptOutputType.MULTI, keys, arguments)
                        : CompletableFuture.failedFuture(failure));
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof RedisNoScriptException
                || (failure instanceof CompletionException && failure.getCause() instanceof RedisNoScriptException);
    }
}
