/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is told of a file to whoever writes it. */
@ExtendWith(OutputCaptureExtension.class)
class WatchedFileTests {

    private static final String AGAIN = "is in use again and holds ";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"one", "two"})
    void a_repair_is_told_also_if_it_brings_back_what_was_there(String repaired, CapturedOutput log)
            throws IOException {
        try (WatchedFile<String> file = WatchedFile.read(write("one"), WatchedFileTests::read)) {
            write("wrong");
            look(file);
            assertThat(log).contains("has changed and cannot be used").doesNotContain(AGAIN);

            write(repaired);
            look(file);
            look(file);
            assertThat(file.now()).isEqualTo(repaired);
            assertThat(log.getAll().split(AGAIN + repaired, -1)).hasSize(2);
        }
    }

    @Test
    void the_same_mistake_after_a_repair_is_told_again(CapturedOutput log) throws IOException {
        try (WatchedFile<String> file = WatchedFile.read(write("one"), WatchedFileTests::read)) {
            for (String content : List.of("wrong", "one", "wrong")) {
                write(content);
                look(file);
            }
            assertThat(log.getAll().split("has changed and cannot be used", -1)).hasSize(3);
        }
    }

    @Test
    void a_file_that_comes_back_is_told(CapturedOutput log) throws IOException {
        Path path = write("one");
        try (WatchedFile<String> file = WatchedFile.read(path, WatchedFileTests::read)) {
            Files.delete(path);
            look(file);
            write("one");
            look(file);
            assertThat(log).contains("cannot be read (NoSuchFileException)", AGAIN + "one");
        }
    }

    @Test
    void a_change_of_a_good_file_is_no_repair(CapturedOutput log) throws IOException {
        try (WatchedFile<String> file = WatchedFile.read(write("one"), WatchedFileTests::read)) {
            write("two");
            look(file);
            assertThat(log).contains("has changed and holds two").doesNotContain(AGAIN);
        }
    }

    @Test
    void an_empty_file_is_called_empty(CapturedOutput log) throws IOException {
        try (WatchedFile<String> file = WatchedFile.read(write("one"), WatchedFileTests::read)) {
            Path path = write("");
            look(file);
            assertThat(file.now()).isEqualTo("one");
            assertThat(log).contains("It is empty.");

            assertThatThrownBy(() -> WatchedFile.read(path, WatchedFileTests::read))
                    .hasMessage(path + " cannot be used:\nIt is empty.");
        }
    }

    private static String read(byte[] content) throws InvalidFileException {
        String text = new String(content, UTF_8);
        if (text.equals("wrong")) {
            throw new InvalidFileException(List.of("It is wrong."));
        }
        return text;
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("file"), content);
    }

    /** Twice, for what has just been written is not yet believed. */
    private static void look(WatchedFile<String> file) {
        file.look();
        file.look();
    }
}
