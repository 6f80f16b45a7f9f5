/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child serves until its parent lets go of it, and never longer than its parent lives. */
class ChildJvmTests {

    private static final List<String> SMALL = List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    @TempDir
    private Path folder;

    @Test
    void aChildClosesItsServerWhenItIsClosed() throws Exception {
        ChildJvm child = start(Server.class);
        assertThat(child.process().isAlive()).isTrue();

        child.close();

        assertThat(child.process().isAlive()).isFalse();
        assertThat(Files.readString(folder.resolve("server.txt"))).isEqualTo("closed");
    }

    @Test
    void aKilledChildClosesNothing() {
        ChildJvm child = start(Server.class);

        child.kill();

        assertThat(child.process().isAlive()).isFalse();
        assertThat(folder.resolve("server.txt")).doesNotExist();
    }

    @Test
    void aChildOfAKilledParentEndsByItself() throws Exception {
        ChildJvm parent = start(Parent.class);
        long pid = Long.parseLong(Files.readString(folder.resolve("child.pid"), UTF_8));
        assertThat(ProcessHandle.of(pid)).isPresent();

        parent.kill();

        Awaitility.await()
                .until(() ->
                        ProcessHandle.of(pid).map(child -> !child.isAlive()).orElse(true));
    }

    @Test
    void aProgramThatFailsIsSaidToHaveEnded() {
        assertThatThrownBy(() -> start(Failing.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has ended")
                .hasMessageContaining("child.log");
        assertThat(folder.resolve("child.log")).content().contains("out of order");
    }

    private ChildJvm start(Class<?> program) {
        return ChildJvm.start(program, folder.resolve("child.log"), SMALL, List.of(folder.toString()));
    }

    /** Leaves a note when it is closed. */
    static final class Server {

        public static void main(String[] arguments) throws Exception {
            Lifeline.hold(() -> () -> Files.writeString(Path.of(arguments[0], "server.txt"), "closed"));
        }
    }

    /** Has a child itself. */
    static final class Parent {

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            Lifeline.hold(() -> {
                ChildJvm child =
                        ChildJvm.start(Server.class, folder.resolve("grandchild.log"), SMALL, List.of(arguments));
                Files.writeString(
                        folder.resolve("child.pid"),
                        Long.toString(child.process().pid()));
                return child;
            });
        }
    }

    /** Cannot start. */
    static final class Failing {

        public static void main(String[] arguments) throws Exception {
            Lifeline.hold(() -> {
                throw new IllegalArgumentException("out of order");
            });
        }
    }
}
