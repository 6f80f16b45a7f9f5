/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.fault;

import io.uptext.testkit.backend.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Stands before a server on loopback, so that its address stays while it is replaced, slow or gone. */
public final class TcpProxy implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile Duration delay = Duration.ZERO;

    private TcpProxy(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    /** Begins to forward to a port of loopback. */
    public static TcpProxy to(int target) {
        try {
            TcpProxy proxy = new TcpProxy(new ServerSocket(Ports.free(), 50, InetAddress.getLoopbackAddress()), target);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("the proxy has no port", e);
        }
    }

    /** Where clients connect. */
    public int port() {
        return door.getLocalPort();
    }

    /** New connections go to another port of loopback; those that are there stay. */
    public void newOnesTo(int port) {
        target = port;
    }

    /** Resets all connections; new ones go to another port of loopback. */
    public void switchTo(int port) {
        target = port;
        reset();
    }

    /** Resets all connections. */
    public void reset() {
        for (Socket socket : Set.copyOf(sockets)) {
            try {
                socket.setSoLinger(true, 0);
            } catch (IOException e) {
                // It is closed already.
            }
            end(socket);
        }
    }

    /** Lets everything wait for so long on its way to the server, from now on. */
    public void delay(Duration time) {
        delay = time;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the proxy does not close", e);
        }
        reset();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                sockets.add(client);
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                // The proxy is closed, or the client has gone.
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(server);
            Thread.ofVirtual().start(() -> pump(server, client, false));
            pump(client, server, true);
        } catch (IOException e) {
            end(client);
        }
    }

    private void pump(Socket from, Socket to, boolean slowly) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[BUFFER];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (slowly) {
                    LockSupport.parkNanos(delay.toNanos());
                }
                to.getOutputStream().write(buffer, 0, length);
            }
        } catch (IOException e) {
            // One of the two has gone, so that the other goes too.
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void end(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed as far as we care.
        }
    }
}
