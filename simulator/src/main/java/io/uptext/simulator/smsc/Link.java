/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A connection, with TLS or without. One thread reads; any number of threads write, one PDU after the other. */
final class Link implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Socket raw;
    private final Socket socket;
    private final PduReader reader;
    private final ReentrantLock writing = new ReentrantLock();
    private final byte[] buffer = new byte[BUFFER];
    private int buffered;

    private Link(Socket raw, Socket socket) throws IOException {
        this.raw = raw;
        this.socket = socket;
        this.reader = new PduReader(socket.getInputStream());
    }

    static Link of(Socket raw, SmscSettings settings) throws IOException {
        raw.setTcpNoDelay(true);
        SSLContext tls = settings.tls();
        if (tls == null) {
            return new Link(raw, raw);
        }
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(raw, null, raw.getPort(), true);
        secured.setUseClientMode(false);
        secured.setNeedClientAuth(settings.wantsCertificate());
        secured.startHandshake();
        return new Link(raw, secured);
    }

    /** For how long {@link #read} waits; zero for ever. */
    void patience(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
    }

    /**
     * Waits for PDUs; none at the end.
     *
     * @throws PduReader.WrongLength if there is a PDU that cannot be
     */
    List<ReceivedPdu> read() throws IOException {
        return reader.read();
    }

    /** Writes at once. */
    void write(byte[] octets) throws IOException {
        writing.lock();
        try {
            buffer(octets, 0, octets.length);
            flushLocked();
        } finally {
            writing.unlock();
        }
    }

    /** Writes at once, with a pause after each octet. */
    void writeSlowly(byte[] octets, Duration between) throws IOException {
        writing.lock();
        try {
            for (byte octet : octets) {
                buffer(new byte[] {octet}, 0, 1);
                flushLocked();
                LockSupport.parkNanos(between.toNanos());
            }
        } finally {
            writing.unlock();
        }
    }

    /** Writes a PDU under a sequence number, at the latest with {@link #flush}. */
    void writeSoon(byte[] pdu, int sequence) throws IOException {
        writing.lock();
        try {
            buffer(pdu, 0, PduWriter.HEADER - Integer.BYTES);
            buffer(
                    new byte[] {
                        (byte) (sequence >> 24), (byte) (sequence >> 16), (byte) (sequence >> 8), (byte) sequence
                    },
                    0,
                    Integer.BYTES);
            buffer(pdu, PduWriter.HEADER, pdu.length - PduWriter.HEADER);
        } finally {
            writing.unlock();
        }
    }

    void flush() throws IOException {
        writing.lock();
        try {
            flushLocked();
        } finally {
            writing.unlock();
        }
    }

    private void buffer(byte[] octets, int from, int count) throws IOException {
        int at = from;
        int left = count;
        while (left > 0) {
            if (buffered == BUFFER) {
                flushLocked();
            }
            int now = Math.min(left, BUFFER - buffered);
            System.arraycopy(octets, at, buffer, buffered, now);
            buffered += now;
            at += now;
            left -= now;
        }
    }

    private void flushLocked() throws IOException {
        if (buffered > 0) {
            int count = buffered;
            buffered = 0;
            socket.getOutputStream().write(buffer, 0, count);
        }
    }

    /** No more is written, but still read. */
    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Ends with a reset. What is on the way is lost. */
    void cut() {
        try {
            raw.setSoLinger(true, 0);
        } catch (IOException e) {
            // It has ended by itself.
        }
        closeQuietly(raw);
    }

    @Override
    public void close() {
        // A TLS socket would wait for a writer that waits for a receiver who does not read.
        if (!writing.isLocked()) {
            closeQuietly(socket);
        }
        closeQuietly(raw);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It has ended by itself.
        }
    }
}
