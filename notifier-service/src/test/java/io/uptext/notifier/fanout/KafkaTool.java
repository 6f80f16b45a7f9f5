/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command-line tool of Kafka's, as it is, in a process of its own. */
final class KafkaTool {

    private KafkaTool() {}

    /**
     * What came of it.
     *
     * @param said what it wrote to its output
     * @param complained what it wrote beside it
     */
    record Outcome(int code, String said, String complained) {}

    static Outcome run(Path folder, Class<?> tool, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dlogback.configurationFile=io/uptext/testkit/process/child-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                tool.getName()));
        command.addAll(arguments);
        Path errors = folder.resolve("errors.txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), said, Files.readString(errors));
    }
}
