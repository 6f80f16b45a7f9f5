/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.stage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.backend.RedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A Redis that keeps nothing on disk, in one process after the other on the same port. */
public final class Redis implements AutoCloseable {

    private static final int ANSWER_LIMIT_MILLIS = 2_000;

    private final Path folder;
    private final int port;
    private RedisServer server;

    Redis(Path folder) {
        this.folder = folder;
        this.port = Ports.free();
        this.server = RedisServer.start(folder, port);
    }

    String uri() {
        return server.uri();
    }

    /** Makes it forget everything. */
    public synchronized void flushAll() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(uri()).getPort())) {
            socket.setSoTimeout(ANSWER_LIMIT_MILLIS);
            socket.getOutputStream().write("FLUSHALL\r\n".getBytes(US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(5), US_ASCII);
            if (!answer.equals("+OK\r\n")) {
                throw new IOException("Redis did not take FLUSHALL");
            }
        }
    }

    /** Ends the process at once (SIGKILL), and with it all that it knows. */
    public synchronized void kill() throws InterruptedException, ExecutionException, TimeoutException {
        ProcessHandle process = server.process();
        process.destroyForcibly();
        process.onExit().get(ANSWER_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Starts an empty one in its place. */
    public synchronized void start() {
        server = RedisServer.start(folder, port);
    }

    @Override
    public synchronized void close() {
        server.close();
    }
}
