/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An ESME that binds as transceiver, keeps the body of each deliver_sm and answers as it is told. */
final class RawEsme implements AutoCloseable {

    private static final int PATIENCE = 15;
    private static final int HEADER = 16;

    private final Socket socket;
    private final BlockingQueue<byte[]> bodies = new LinkedBlockingQueue<>();
    private final CompletableFuture<byte[]> boundTo = new CompletableFuture<>();
    private final CompletableFuture<Integer> enquired = new CompletableFuture<>();
    private final CompletableFuture<Integer> unbound = new CompletableFuture<>();
    private volatile int command = Commands.DELIVER_SM | Commands.RESPONSE;
    private volatile int status;

    private RawEsme(Socket socket) {
        this.socket = socket;
    }

    /** Binds, and waits for the response. */
    static RawEsme bind(int port) throws IOException {
        RawEsme esme = new RawEsme(new Socket(InetAddress.getLoopbackAddress(), port));
        Thread.ofVirtual().start(esme::read);
        // system_id, password, system_type, interface_version, addr_ton, addr_npi, address_range
        esme.write(Commands.BIND_TRANSCEIVER, 0, 1, "uptext\0secret\0\0\064\0\0\0".getBytes(US_ASCII));
        esme.boundTo.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        return esme;
    }

    /** Answers with a deliver_sm_resp of a status from now on. */
    void answersWith(int value) {
        status = value;
    }

    /** Answers with a generic_nack of a status from now on. */
    void refusesWith(int value) {
        command = Commands.RESPONSE;
        status = value;
    }

    /** The body of the next deliver_sm. */
    byte[] next() throws InterruptedException {
        byte[] body = bodies.poll(PATIENCE, TimeUnit.SECONDS);
        if (body == null) {
            throw new IllegalStateException("no deliver_sm has come");
        }
        return body;
    }

    /** The body of the response to the bind. */
    byte[] bindResponse() {
        return boundTo.join();
    }

    /** The status with which an enquire_link is answered. */
    int enquire() throws IOException {
        write(Commands.ENQUIRE_LINK, 0, 2, new byte[0]);
        return enquired.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    /** The status with which an unbind is answered. */
    int unbind() throws IOException {
        write(Commands.UNBIND, 0, 3, new byte[0]);
        return unbound.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    private void read() {
        try (DataInputStream in = new DataInputStream(socket.getInputStream())) {
            while (true) {
                int length = in.readInt();
                int id = in.readInt();
                int result = in.readInt();
                int sequence = in.readInt();
                take(id, result, sequence, in.readNBytes(length - HEADER));
            }
        } catch (EOFException | SocketException e) {
            IllegalStateException over = new IllegalStateException("the SMSC has closed", e);
            boundTo.completeExceptionally(over);
            enquired.completeExceptionally(over);
            unbound.completeExceptionally(over);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(int id, int result, int sequence, byte[] body) throws IOException {
        switch (id) {
            case Commands.BIND_TRANSCEIVER | Commands.RESPONSE -> boundTo.complete(body);
            case Commands.ENQUIRE_LINK | Commands.RESPONSE -> enquired.complete(result);
            case Commands.UNBIND | Commands.RESPONSE -> unbound.complete(result);
            case Commands.ENQUIRE_LINK -> write(id | Commands.RESPONSE, 0, sequence, new byte[0]);
            case Commands.DELIVER_SM -> {
                bodies.add(body);
                // message_id, which is empty
                write(command, status, sequence, command == Commands.RESPONSE ? new byte[0] : new byte[1]);
            }
            default -> throw new IllegalStateException("not expected: " + Commands.name(id));
        }
    }

    private synchronized void write(int id, int result, int sequence, byte[] body) throws IOException {
        ByteArrayOutputStream pdu = new ByteArrayOutputStream();
        pdu.writeBytes(ByteBuffer.allocate(HEADER)
                .putInt(HEADER + body.length)
                .putInt(id)
                .putInt(result)
                .putInt(sequence)
                .array());
        pdu.writeBytes(body);
        socket.getOutputStream().write(pdu.toByteArray());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
