/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The broker's and Redis's files, in a folder for each process. There are numbers in them, so they go when it ends. */
final class RunFolders {

    private final Path parent;

    RunFolders(Path parent) {
        this.parent = parent;
    }

    /** That of this process. */
    Path own() {
        return parent.resolve(String.valueOf(ProcessHandle.current().pid()));
    }

    /** Removes those of processes that were killed, or that could not start and left their logs to be read. */
    void removeAbandoned() throws IOException {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> folders = Files.list(parent)) {
            List<Path> abandoned = folders.filter(RunFolders::isAbandoned).toList();
            for (Path folder : abandoned) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }

    void removeOwn() throws IOException {
        FileSystemUtils.deleteRecursively(own());
    }

    private static boolean isAbandoned(Path folder) {
        try {
            return ProcessHandle.of(Long.parseLong(folder.getFileName().toString()))
                    .isEmpty();
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
