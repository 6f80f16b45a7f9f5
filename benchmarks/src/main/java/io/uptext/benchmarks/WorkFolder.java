/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Where a run keeps its logs and Kafka its records. The records go when it ends, the logs when the next run begins. */
record WorkFolder(Path path) implements AutoCloseable {

    private static final String PREFIX = "run-";

    static WorkFolder create() throws IOException {
        Path parent = Path.of(System.getProperty("uptext.benchmarks.folder", "target"));
        Files.createDirectories(parent);
        for (Path abandoned : abandoned(parent)) {
            FileSystemUtils.deleteRecursively(abandoned);
        }
        return new WorkFolder(parent.resolve(PREFIX + ProcessHandle.current().pid()));
    }

    private static List<Path> abandoned(Path parent) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(each -> each.getFileName().toString().matches(PREFIX + "\\d+"))
                    .filter(each -> ProcessHandle.of(
                                    Long.parseLong(each.getFileName().toString().substring(PREFIX.length())))
                            .isEmpty())
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(path.resolve("kafka").resolve("logs"));
    }
}
