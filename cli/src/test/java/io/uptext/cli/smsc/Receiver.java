/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.smsc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntUnaryOperator;
import javax.net.SocketFactory;

/** A receiver that binds again and again, and answers each deliver_sm with a status. */
final class Receiver implements AutoCloseable {

    static final int HANG_UP = -1;

    private final List<byte[]> deliveries = new CopyOnWriteArrayList<>();
    private final int port;
    private final String password;
    private final SocketFactory sockets;
    private final IntUnaryOperator statusOfCommand;
    private volatile Socket socket;
    private volatile boolean isClosed;

    private Receiver(int port, String password, SocketFactory sockets, IntUnaryOperator statusOfCommand)
            throws IOException {
        this.port = port;
        this.password = password;
        this.sockets = sockets;
        this.statusOfCommand = statusOfCommand;
        this.socket = connect();
        Thread.startVirtualThread(this::run);
    }

    static Receiver accepting(int port) throws IOException {
        return new Receiver(port, "secret", SocketFactory.getDefault(), _ -> 0);
    }

    static Receiver answering(int port, int status) throws IOException {
        return new Receiver(port, "secret", SocketFactory.getDefault(), _ -> status);
    }

    /** Answers unknown commands with generic_nack and this status, or hangs up. */
    static Receiver nacking(int port, int status) throws IOException {
        return new Receiver(port, "secret", SocketFactory.getDefault(), command -> command == 5 ? 0 : status);
    }

    static Receiver knowing(int port, String password) throws IOException {
        return new Receiver(port, password, SocketFactory.getDefault(), _ -> 0);
    }

    static Receiver over(SocketFactory sockets, int port) throws IOException {
        return new Receiver(port, "secret", sockets, _ -> 0);
    }

    List<byte[]> deliveries() {
        return deliveries;
    }

    private Socket connect() throws IOException {
        return sockets.createSocket(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    private void run() {
        while (!isClosed) {
            try (Socket now = socket) {
                serve(now);
            } catch (IOException e) {
                // The link has ended.
            }
            try {
                socket = connect();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket now) throws IOException {
        now.setTcpNoDelay(true);
        DataInputStream in = new DataInputStream(now.getInputStream());
        now.getOutputStream().write(pdu(9, 0, 1, bind()));
        while (true) {
            int length = in.readInt();
            if (length < 16 || length > 100_000) {
                return;
            }
            int command = in.readInt();
            in.readInt();
            int sequence = in.readInt();
            byte[] body = in.readNBytes(length - 16);
            if (command > 0 && !answer(now, command, sequence, body)) {
                return;
            }
        }
    }

    private boolean answer(Socket now, int command, int sequence, byte[] body) throws IOException {
        boolean isKnown = command == 5 || command == 6 || command == 0x15;
        int status = command == 5 || !isKnown ? statusOfCommand.applyAsInt(command) : 0;
        if (command == 5) {
            deliveries.add(body);
        }
        if (status == HANG_UP) {
            return false;
        }
        now.getOutputStream()
                .write(pdu(0x80000000 | (isKnown ? command : 0), status, sequence, new byte[command == 5 ? 1 : 0]));
        return true;
    }

    private byte[] bind() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("uptext\0" + password + "\0\0").getBytes(ISO_8859_1));
        body.writeBytes(new byte[] {0x34, 0, 0, 0});
        return body.toByteArray();
    }

    private static byte[] pdu(int command, int status, int sequence, byte[] body) {
        return ByteBuffer.allocate(16 + body.length)
                .putInt(16 + body.length)
                .putInt(command)
                .putInt(status)
                .putInt(sequence)
                .put(body)
                .array();
    }

    @Override
    public void close() throws IOException {
        isClosed = true;
        socket.close();
    }
}
