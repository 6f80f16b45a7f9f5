/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one in npm's package <a href="https://www.npmjs.com/package/smpp">smpp</a>, in a process of Node.js. */
final class NpmSmsc {

    private static final Path MODULES = Path.of("target", "npm", "node_modules");

    private NpmSmsc() {}

    static PeerSmsc start() {
        return ScriptSmsc.start(
                "npm",
                List.of("node", ScriptSmsc.script("smsc.js").toString()),
                Map.of("NODE_PATH", MODULES.toAbsolutePath().toString()));
    }

    /** What keeps it from being started here. */
    static Optional<String> missing() {
        return missing("node", MODULES);
    }

    static Optional<String> missing(String node, Path modules) {
        if (!Tool.runs(node, "--version")) {
            return Optional.of("Node.js is not installed: the tests with npm's SMSC are skipped");
        }
        return Files.isDirectory(modules.resolve("smpp"))
                ? Optional.empty()
                : Optional.of("npm package smpp is not installed: "
                        + "npm install --prefix inbound-sms-service/target/npm smpp@0.5.1");
    }
}
