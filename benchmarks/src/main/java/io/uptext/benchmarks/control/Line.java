/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.control;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;

/** The side of the parent: it sends a child on {@link Errands}, and waits for each. */
public final class Line implements AutoCloseable {

    /** Longer than any errand takes. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Socket socket;
    private final DataOutputStream wanted;
    private final DataInputStream done;

    private Line(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        this.wanted = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        this.done = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /** Says what is wanted. */
    public interface Wish {

        /** Writes it. */
        void write(DataOutputStream wanted) throws IOException;
    }

    /**
     * Understands what came of it.
     *
     * @param <T> what that is
     */
    public interface Report<T> {

        /** Reads it. */
        T read(DataInputStream done) throws IOException;
    }

    /** To the child that takes errands at this port of loopback. */
    public static Line to(int port) {
        try {
            return new Line(new Socket(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException("a child takes no errands", e);
        }
    }

    /**
     * Has something done.
     *
     * @throws UncheckedIOException if the child could not, which its log explains
     */
    public synchronized <T> T ask(Wish wish, Report<T> report) {
        try {
            wish.write(wanted);
            wanted.flush();
            return report.read(done);
        } catch (IOException e) {
            throw new UncheckedIOException("a child has not done its errand; see its log", e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
