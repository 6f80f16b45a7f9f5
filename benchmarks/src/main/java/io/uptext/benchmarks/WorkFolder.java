/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Where a run keeps its logs and Kafka its records. The records go when it ends, the logs when the next run begins. */
record WorkFolder(Path path) implements AutoCloseable {

    private static final String PREFIX = "run-";

    /** Folders that hold records, and how deep they may be. */
    private static final Set<String> RECORDS = Set.of("logs", "state");

    private static final int DEEPEST = 4;

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
        if (Files.notExists(path)) {
            return;
        }
        List<Path> records;
        try (Stream<Path> all = Files.walk(path, DEEPEST)) {
            records = all.filter(Files::isDirectory)
                    .filter(each -> RECORDS.contains(each.getFileName().toString()))
                    .toList();
        }
        for (Path each : records) {
            FileSystemUtils.deleteRecursively(each);
        }
    }
}
