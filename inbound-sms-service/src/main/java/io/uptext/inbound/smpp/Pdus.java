/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;

/** Writes what a receiver sends. */
public final class Pdus {

    private Pdus() {}

    /** A request to bind (SMPP 3.4, 4.1). */
    public static byte[] bind(BindRequest request, int sequence) {
        byte[] systemId = cString(request.systemId());
        byte[] password = cString(request.password());
        byte[] systemType = cString(request.systemType());
        byte[] range = cString(request.addressRange());
        int length = Header.LENGTH + systemId.length + password.length + systemType.length + 3 + range.length;
        return begin(length, request.mode().command(), CommandStatus.ROK, sequence)
                .put(systemId)
                .put(password)
                .put(systemType)
                .put((byte) request.version().value())
                .put((byte) request.addressTon())
                .put((byte) request.addressNpi())
                .put(range)
                .array();
    }

    /** A request without a body: {@code enquire_link} or {@code unbind}. */
    public static byte[] request(Command command, int sequence) {
        return begin(Header.LENGTH, command, CommandStatus.ROK, sequence).array();
    }

    /** A response without a body, {@code generic_nack} among them. */
    public static byte[] response(Command command, CommandStatus status, int sequence) {
        return begin(Header.LENGTH, command, status, sequence).array();
    }

    /** The response to a message; its {@code message_id} is there and says nothing (SMPP 3.4, 4.6.2). */
    public static byte[] deliveryResponse(Command command, CommandStatus status, int sequence) {
        return begin(Header.LENGTH + 1, command, status, sequence).array();
    }

    private static ByteBuffer begin(int length, Command command, CommandStatus status, int sequence) {
        return ByteBuffer.allocate(length)
                .putInt(length)
                .putInt(command.id())
                .putInt(status.value())
                .putInt(sequence);
    }

    private static byte[] cString(String text) {
        return (text + "\0").getBytes(ISO_8859_1);
    }
}
