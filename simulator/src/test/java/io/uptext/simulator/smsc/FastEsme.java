/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A receiver that answers everything with ESME_ROK, many at a time. */
final class FastEsme implements AutoCloseable {

    private final int port;
    private final boolean isRebinding;
    private volatile Socket socket;
    private volatile boolean isClosed;

    private FastEsme(int port, boolean isRebinding) throws IOException {
        this.port = port;
        this.isRebinding = isRebinding;
        this.socket = connect(port);
        Thread.startVirtualThread(this::run);
    }

    static FastEsme bound(int port) throws IOException {
        return new FastEsme(port, false);
    }

    /** Binds again whenever the link ends. */
    static FastEsme rebinding(int port) throws IOException {
        return new FastEsme(port, true);
    }

    private static Socket connect(int port) throws IOException {
        return new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    private void run() {
        boolean isAgain = true;
        while (isAgain && !isClosed) {
            try {
                serve(socket);
            } catch (IOException e) {
                // The link has ended.
            }
            try {
                isAgain = isRebinding && !isClosed;
                if (isAgain) {
                    socket = connect(port);
                }
            } catch (IOException e) {
                isAgain = false;
            }
        }
    }

    private static void serve(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        BufferedInputStream buffered = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        DataInputStream in = new DataInputStream(buffered);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
        out.write(TestEsme.pdu(1, 0, 1, TestEsme.bindBody("uptext", "secret", 0x34)));
        out.flush();
        while (true) {
            int length = in.readInt();
            int command = in.readInt();
            in.readInt();
            int sequence = in.readInt();
            in.skipNBytes(length - 16L);
            if (command > 0) {
                out.writeInt(17);
                out.writeInt(command | 0x80000000);
                out.writeInt(0);
                out.writeInt(sequence);
                out.write(0);
            }
            if (buffered.available() == 0) {
                out.flush();
            }
        }
    }

    @Override
    public void close() throws IOException {
        isClosed = true;
        socket.close();
    }
}
