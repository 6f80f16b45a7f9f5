/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;

/** A receiver on a plain socket, which does what a test says and shares no code with the SMSC. */
final class TestEsme implements AutoCloseable {

    /** A PDU as it came. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Pdu(int command, int status, int sequence, byte[] body, byte[] octets) {}

    private final Socket socket;
    private final DataInputStream in;

    TestEsme(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(20_000);
        in = new DataInputStream(socket.getInputStream());
    }

    static TestEsme connect(int port) throws IOException {
        return new TestEsme(new Socket(InetAddress.ofLiteral("127.0.0.1"), port));
    }

    /** Bound as receiver with the settings' defaults. */
    static TestEsme bound(int port) throws IOException {
        TestEsme esme = connect(port);
        Pdu answer = esme.bind(0x1, "uptext", "secret", 0x34);
        if (answer.status() != 0) {
            throw new IOException("not bound: " + answer.status());
        }
        return esme;
    }

    Pdu bind(int command, String systemId, String password, int version) throws IOException {
        write(pdu(command, 0, 1, bindBody(systemId, password, version)));
        return read();
    }

    static byte[] bindBody(String systemId, String password, int version) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String text : new String[] {systemId, password, "type"}) {
            body.writeBytes(text.getBytes(ISO_8859_1));
            body.write(0);
        }
        body.writeBytes(new byte[] {(byte) version, 0, 0, '5', '0', '5', 0});
        return body.toByteArray();
    }

    static byte[] pdu(int command, int status, int sequence, byte[] body) {
        return ByteBuffer.allocate(16 + body.length)
                .putInt(16 + body.length)
                .putInt(command)
                .putInt(status)
                .putInt(sequence)
                .put(body)
                .array();
    }

    void write(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
    }

    Pdu read() throws IOException {
        int length = in.readInt();
        byte[] octets = new byte[length];
        ByteBuffer.wrap(octets).putInt(length);
        in.readFully(octets, 4, length - 4);
        ByteBuffer fields = ByteBuffer.wrap(octets);
        byte[] body = new byte[length - 16];
        fields.get(16, body);
        return new Pdu(fields.getInt(4), fields.getInt(8), fields.getInt(12), body, octets);
    }

    byte[] readOctets(int count) throws IOException {
        return in.readNBytes(count);
    }

    void answer(Pdu request, int status) throws IOException {
        write(pdu(request.command() | 0x80000000, status, request.sequence(), new byte[1]));
    }

    /** Reads the next PDU and answers it with ESME_ROK. */
    Pdu accept() throws IOException {
        Pdu request = read();
        answer(request, 0);
        return request;
    }

    /** Answers everything with ESME_ROK until all of these have ended, or without any until the connection has. */
    void acceptAll(Collection<? extends Future<?>> outcomes) {
        CompletableFuture<Void> accepting = CompletableFuture.runAsync(this::acceptAll);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> accepting.isDone()
                        || (!outcomes.isEmpty() && outcomes.stream().allMatch(Future::isDone)));
    }

    private void acceptAll() {
        try {
            while (true) {
                accept();
            }
        } catch (IOException e) {
            // The connection has ended.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
