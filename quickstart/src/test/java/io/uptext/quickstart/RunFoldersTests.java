/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFoldersTests {

    /** More than any system counts to. */
    private static final String NOBODY = "99999999999";

    @TempDir
    Path parent;

    @Test
    void folders_of_processes_that_are_gone_are_removed_and_no_others() throws IOException {
        RunFolders folders = new RunFolders(parent);
        Path abandoned = Files.createDirectories(parent.resolve(NOBODY).resolve("kafka"));
        Path alive = Files.createDirectories(
                parent.resolve(String.valueOf(ProcessHandle.current().pid())));
        Path other = Files.createDirectories(parent.resolve("notes"));

        folders.removeAbandoned();
        assertThat(abandoned.getParent()).doesNotExist();
        assertThat(alive).isEqualTo(folders.own()).exists();
        assertThat(other).exists();

        folders.removeOwn();
        assertThat(alive).doesNotExist();
    }

    @Test
    void there_need_be_none() throws IOException {
        RunFolders folders = new RunFolders(parent.resolve("run"));
        folders.removeAbandoned();
        folders.removeOwn();
        assertThat(parent).isEmptyDirectory();
    }
}
