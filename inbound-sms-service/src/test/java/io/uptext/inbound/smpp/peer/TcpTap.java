/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stands between an ESME and an SMSC on loopback and remembers what they say, in the order in which it came. An octet is
 * remembered before it is handed on, so an answer is never before what it answers.
 */
public final class TcpTap implements AutoCloseable {

    /**
     * What came at once.
     *
     * @param connection the how many-th connection, from 0
     * @param fromEsme whether it is the end that has connected which says so
     * @param octets none where this end says that it says no more
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Said(int connection, boolean fromEsme, byte[] octets) {}

    private static final int BUFFER = 8192;

    private final ServerSocket server;
    private final int smsc;
    private final List<Said> all = new ArrayList<>();
    private final List<Socket> sockets = new ArrayList<>();

    private TcpTap(ServerSocket server, int smsc) {
        this.server = server;
        this.smsc = smsc;
    }

    /** Starts one before a port of loopback. */
    public static TcpTap before(int smsc) {
        try {
            TcpTap tap = new TcpTap(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), smsc);
            Thread.ofVirtual().start(tap::accept);
            return tap;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen", e);
        }
    }

    /** Where the ESME connects. */
    public int port() {
        return server.getLocalPort();
    }

    /** All so far. */
    synchronized List<Said> said() {
        return List.copyOf(all);
    }

    private void accept() {
        for (int connection = 0; !server.isClosed(); connection++) {
            try {
                connect(connection, open(server.accept()));
            } catch (IOException e) {
                close();
            }
        }
    }

    /** Where the SMSC is down, the ESME is told so and may try again. */
    private void connect(int connection, Socket esme) {
        try {
            Socket peer = open(new Socket(InetAddress.getLoopbackAddress(), smsc));
            Thread.ofVirtual().start(() -> pump(connection, true, esme, peer));
            Thread.ofVirtual().start(() -> pump(connection, false, peer, esme));
        } catch (IOException e) {
            shut(esme);
        }
    }

    private synchronized Socket open(Socket socket) throws IOException {
        if (server.isClosed()) {
            socket.close();
        }
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        return socket;
    }

    private void pump(int connection, boolean fromEsme, Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                remember(new Said(connection, fromEsme, Arrays.copyOf(buffer, count)));
                to.getOutputStream().write(buffer, 0, count);
            }
            remember(new Said(connection, fromEsme, new byte[0]));
            to.shutdownOutput();
        } catch (IOException e) {
            // One of them has broken off, which the other one is told.
            shut(from);
            shut(to);
        }
    }

    private synchronized void remember(Said said) {
        all.add(said);
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(TcpTap::shut);
    }
}
