/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.backend;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import redis.embedded.core.ExecutableProvider;

/** A redis-server process on loopback: the one on the PATH, else the one in the embedded-redis artifact. */
public final class RedisServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(15);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final int port;
    private final Process process;

    private RedisServer(int port, Process process) {
        this.port = port;
        this.process = process;
        // Also when this JVM is told to end before anybody could close us: no server may outlive it.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /**
     * Starts a server that keeps nothing on disk, and waits until it answers.
     *
     * @param folder where it works and logs
     * @param port a free port
     * @param options more for its command line, {@code --cluster-enabled yes} for example
     */
    public static RedisServer start(Path folder, int port, String... options) {
        return startAs(installed("redis-server").orElseGet(() -> oldest(folder)), folder, port, options);
    }

    /** The same with another executable: an older one, or another make. */
    public static RedisServer startAs(String executable, Path folder, int port, String... options) {
        List<String> all = new ArrayList<>(List.of(
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--daemonize",
                "no",
                "--dir",
                folder.toString()));
        all.addAll(List.of(options));
        return launch(folder, port, executable, all);
    }

    /** Starts a sentinel that watches the master at a port under a name, and replaces it within seconds. */
    public static RedisServer startSentinel(Path folder, int port, String name, int master) {
        try {
            Files.createDirectories(folder);
            Path settings = Files.writeString(folder.resolve("sentinel.conf"), """
                    port %d
                    bind 127.0.0.1
                    sentinel monitor %2$s 127.0.0.1 %3$d 1
                    sentinel down-after-milliseconds %2$s 500
                    sentinel failover-timeout %2$s 2000
                    """.formatted(port, name, master));
            return launch(
                    folder,
                    port,
                    installed("redis-server").orElseGet(() -> oldest(folder)),
                    List.of(settings.toString(), "--sentinel"));
        } catch (IOException e) {
            throw new UncheckedIOException("the sentinel's settings cannot be written", e);
        }
    }

    private static RedisServer launch(Path folder, int port, String executable, List<String> arguments) {
        try {
            Files.createDirectories(folder);
            List<String> command = new ArrayList<>(List.of(executable));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("redis.log").toFile())
                    .start();
            RedisServer server = new RedisServer(port, process);
            server.awaitAnswer(folder);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("redis-server cannot be started; install it, or put it on the PATH", e);
        }
    }

    /** Its port of loopback. */
    public int port() {
        return port;
    }

    /** Where clients connect. */
    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    /** The process, to be ended by whoever tests how services take that. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /**
     * Says a command to it, as somebody at a terminal does.
     *
     * @return the answer; the parts of a longer one are lines
     * @throws IllegalStateException if it refuses
     */
    public String say(String command) {
        return RedisLine.say(port, command);
    }

    /** Ends it at once (SIGKILL), and with it all that it knows. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stops it where it is (SIGSTOP): it takes connections and says nothing. */
    public void hang() {
        signal("STOP");
    }

    /** Lets it go on. */
    public void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException("there is no kill", e);
        }
    }

    @Override
    public void close() {
        // It has nothing to write down, and would wait for replicas that are gone.
        process.destroyForcibly();
        try {
            process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswer(Path folder) {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < limit) {
            if (answers()) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        close();
        throw new IllegalStateException("redis-server did not start; see " + folder.resolve("redis.log"));
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            socket.setSoTimeout(500);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return answer.read() == '+';
        } catch (IOException e) {
            return false;
        }
    }

    /** An executable of this name on the PATH. */
    public static Optional<String> installed(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** Unpacks the executable of the oldest Redis that we work with, 6.2. */
    public static String oldest(Path folder) {
        try {
            Files.createDirectories(folder);
            return ExecutableProvider.newJarResourceProvider(folder.toFile())
                    .get()
                    .getAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("no redis-server on the PATH, and none could be unpacked", e);
        }
    }
}
