/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/** A receiver that binds as soon as somebody listens and answers every request with one status, until it is closed. */
final class Esme implements AutoCloseable {

    private static final int DELIVER_SM = 0x5;
    private static final int MALFORMED = 40;

    /** 0x34, which is 3.4. */
    private static final char INTERFACE_VERSION = '4';

    private final int port;
    private final String password;
    private final int status;
    private volatile boolean closed;

    private Esme(int port, String password, int status) {
        this.port = port;
        this.password = password;
        this.status = status;
    }

    static Esme at(int port, String password, int status) {
        Esme esme = new Esme(port, password, status);
        Thread.ofVirtual().start(esme::run);
        return esme;
    }

    private void run() {
        while (!closed) {
            try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
                OutputStream out = socket.getOutputStream();
                byte[] body = ("uptext\0" + password + "\0\0" + INTERFACE_VERSION + "\0\0\0").getBytes(ISO_8859_1);
                out.write(pdu(0x1, 0, 1, body));
                answer(new DataInputStream(socket.getInputStream()), out);
            } catch (ConnectException e) {
                Thread.onSpinWait();
            } catch (IOException e) {
                // The link has ended: it binds again.
            }
        }
    }

    private void answer(DataInputStream in, OutputStream out) throws IOException {
        while (!closed) {
            int length = in.readInt();
            int command = in.readInt();
            in.readInt();
            int sequence = in.readInt();
            in.readNBytes(Math.max(0, length - 16));
            if (command == DELIVER_SM && length < MALFORMED) {
                out.write(pdu(0x80000000, 2, sequence, new byte[0]));
            } else if (command > 0) {
                out.write(pdu(command | 0x80000000, command == DELIVER_SM ? status : 0, sequence, new byte[1]));
            }
        }
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
    public void close() {
        closed = true;
    }
}
