/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Where runs keep what their processes say. It goes when the next run begins. */
final class WorkFolder {

    private static final String PREFIX = "run-";

    private WorkFolder() {}

    static Path create() throws IOException {
        Path parent = Path.of(System.getProperty("uptext.chaos.folder", "target"));
        Files.createDirectories(parent);
        try (Stream<Path> all = Files.list(parent)) {
            List<Path> abandoned = all.filter(WorkFolder::isAbandoned).toList();
            for (Path each : abandoned) {
                FileSystemUtils.deleteRecursively(each);
            }
        }
        return parent.resolve(PREFIX + ProcessHandle.current().pid());
    }

    private static boolean isAbandoned(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches(PREFIX + "\\d+")
                && ProcessHandle.of(Long.parseLong(name.substring(PREFIX.length())))
                        .isEmpty();
    }
}
