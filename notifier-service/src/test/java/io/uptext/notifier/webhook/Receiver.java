/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A target on loopback that says what it likes, and knows who has come. */
final class Receiver implements AutoCloseable {

    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static final int MOMENT_MILLIS = 5;
    private static final int MANY_MOMENTS = 60_000 / MOMENT_MILLIS;

    private final ServerSocket server;
    private final Conversation conversation;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What happens on one connection. */
    @FunctionalInterface
    interface Conversation {
        void hold(Receiver receiver, Socket socket) throws IOException, InterruptedException;
    }

    private Receiver(ServerSocket server, Conversation conversation) {
        this.server = server;
        this.conversation = conversation;
        Thread.ofVirtual().start(this::accept);
    }

    /** On 127.0.0.1. */
    static Receiver of(Conversation conversation) throws IOException {
        return at("127.0.0.1", ServerSocketFactory.getDefault(), conversation);
    }

    static Receiver at(String address, ServerSocketFactory factory, Conversation conversation) throws IOException {
        ServerSocket server = factory.createServerSocket();
        server.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
        return new Receiver(server, conversation);
    }

    /** Reads requests and answers each with these bytes. */
    static Conversation answering(String answer) {
        return (receiver, socket) -> {
            while (true) {
                receiver.take(socket);
                write(socket, answer);
            }
        };
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> hold(socket));
            }
        } catch (IOException _) {
            // It is closed.
        }
    }

    private void hold(Socket socket) {
        try (socket) {
            conversation.hold(this, socket);
        } catch (IOException _) {
            // The other side has had enough.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    Received take(Socket socket) throws IOException {
        Received received = Received.read(socket.getInputStream());
        requests.add(received);
        return received;
    }

    /** Waits a moment; false when all is over. */
    boolean moment() throws InterruptedException {
        return !closed.await(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Says nothing until the other side has had enough. */
    static void hang(Socket socket) throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Whether all connections are closed within a minute. */
    boolean isLeft() throws InterruptedException {
        for (int i = 0; i < MANY_MOMENTS && open() > 0; i++) {
            moment();
        }
        return open() == 0;
    }

    int port() {
        return server.getLocalPort();
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    String origin() {
        return "http://127.0.0.1:" + port();
    }

    int connections() {
        return connections.get();
    }

    private int open() {
        return open.size();
    }

    List<Received> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        try {
            closed.countDown();
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
