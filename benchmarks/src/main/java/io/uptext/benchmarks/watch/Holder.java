/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.watch;

import io.uptext.benchmarks.server.Backend;
import io.uptext.benchmarks.server.BenchedParty;
import io.uptext.benchmarks.server.Server;
import io.uptext.benchmarks.server.Titled;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Who holds waiting browsers. All serve the same path, with the same headers and the same heartbeat. */
public enum Holder implements Titled {
    /** notifier-service as it is. */
    NOTIFIER("notifier-service", NotifierProgram.class),
    /** A route of reactor-netty that knows nobody: it holds each connection, and tells all of them the same at once. */
    REACTOR("bare reactor-netty", HoldingReactorProgram.class),
    /** The same on Netty alone, which is the least that Java can do. */
    NETTY("bare Netty", HoldingNettyProgram.class);

    private final String title;
    private final Class<?> program;

    Holder(String title, Class<?> program) {
        this.title = title;
        this.program = program;
    }

    @Override
    public String title() {
        return title;
    }

    /**
     * Starts one in front of these, with these options of the JVM.
     *
     * @param name tells it from others that run at the same time
     */
    public Server start(Backend backend, Path folder, String name, List<String> options) {
        BenchedParty.writeFiles(folder);
        return Server.start(
                program,
                folder.resolve(name().toLowerCase(Locale.ROOT) + "-" + name + ".log"),
                options,
                backend.kafka().bootstrapServers(),
                backend.redis().uri(),
                folder.toAbsolutePath().toString());
    }
}
