/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.RedisCommand;
import java.util.List;

/** Calls of Lua scripts. */
final class Scripts {

    private Scripts() {}

    /** A call of a script on keys that lie in one slot of a cluster. */
    static <T> RedisCommand<String, String, T> call(
            String script, CommandOutput<String, String, T> output, List<String> keys, String... arguments) {
        return new Command<>(
                CommandType.EVAL,
                output,
                new CommandArgs<>(StringCodec.UTF8)
                        .add(script)
                        .add(keys.size())
                        .addKeys(keys)
                        .addValues(List.of(arguments)));
    }
}
