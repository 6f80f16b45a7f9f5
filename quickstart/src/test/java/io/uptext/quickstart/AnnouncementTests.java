/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One quickstart at a time says where it is, and nobody but it takes that back. */
class AnnouncementTests {

    private static final List<String> FILES = List.of("quickstart.env", "quickstart.json");

    @TempDir
    private Path folder;

    @Test
    void what_one_has_said_it_takes_back() throws IOException {
        Announcement announcement = new Announcement(folder);
        announcement.make(Running.STACK);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrderElementsOf(FILES);
        assertThat(announcement.other()).as("it is no other").isEmpty();

        announcement.takeBack();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void while_another_runs_nothing_of_it_is_touched() throws Exception {
        Process other = waiting(Quickstart.class.getName());
        try {
            write("{\"pid\":" + other.pid() + "}");
            Announcement announcement = new Announcement(folder);

            assertThat(announcement.other()).hasValue(other.pid());
            assertThatThrownBy(() -> announcement.make(Running.STACK))
                    .hasMessageContaining("as process " + other.pid())
                    .hasMessageContaining("kill " + other.pid());
            announcement.takeBack();
            assertThat(Files.readString(announcement.file())).isEqualTo("{\"pid\":" + other.pid() + "}");
            assertThat(folder.resolve("quickstart.env")).exists();
        } finally {
            end(other);
        }
    }

    @Test
    void one_that_was_killed_keeps_nobody_from_starting() throws Exception {
        Process other = waiting(Quickstart.class.getName());
        write("{\"pid\":" + other.pid() + "}");
        end(other);

        new Announcement(folder).make(Running.STACK);
        assertThat(Files.readString(folder.resolve("quickstart.env"))).startsWith("UPTEXT_API=");
    }

    @Test
    void a_process_that_has_its_number_by_chance_keeps_nobody_from_starting() throws Exception {
        Process other = waiting("io.uptext.somethingelse.Else");
        try {
            write("{\"pid\":" + other.pid() + "}");
            assertThat(new Announcement(folder).other()).isEmpty();
        } finally {
            end(other);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"pid\":\"1\"}", "{\"pid\":-1}"})
    void a_file_that_says_nothing_of_the_kind_keeps_nobody_from_starting(String json) throws IOException {
        write(json);
        assertThat(new Announcement(folder).other()).isEmpty();
    }

    private void write(String json) throws IOException {
        Files.writeString(folder.resolve("quickstart.json"), json);
        Files.writeString(folder.resolve("quickstart.env"), "");
    }

    /** A process whose command line names a program, and which ends when nobody writes to it any more. */
    private static Process waiting(String program) throws IOException {
        return new ProcessBuilder("sh", "-c", "read nothing; true", program).start();
    }

    private static void end(Process process) throws Exception {
        process.getOutputStream().close();
        process.waitFor();
    }
}
