/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cuts what was said into PDUs, by their lengths alone. */
final class Pdus {

    /**
     * @param counts how many PDUs of each command there are
     * @param leftovers in words, octets at a stream's end that are no PDU
     */
    record Counts(Map<String, Integer> counts, List<String> leftovers) {}

    private static final int HEADER = 16;
    private static final int COMMAND_ID = 4;

    private record Direction(int connection, boolean fromEsme) {}

    private Pdus() {}

    static Counts counts(List<TcpTap.Said> all) {
        Map<Direction, ByteArrayOutputStream> streams = new LinkedHashMap<>();
        for (TcpTap.Said said : all) {
            streams.computeIfAbsent(new Direction(said.connection(), said.fromEsme()), _ -> new ByteArrayOutputStream())
                    .writeBytes(said.octets());
        }
        Map<String, Integer> counts = new TreeMap<>();
        List<String> leftovers = new ArrayList<>();
        streams.forEach((direction, stream) -> {
            ByteBuffer octets = ByteBuffer.wrap(stream.toByteArray());
            while (isWhole(octets)) {
                counts.merge(Commands.name(octets.getInt(octets.position() + COMMAND_ID)), 1, Integer::sum);
                skip(octets);
            }
            if (octets.hasRemaining()) {
                leftovers.add(octets.remaining() + " octets from the " + (direction.fromEsme() ? "ESME" : "SMSC")
                        + " are no PDU, on connection " + direction.connection());
            }
        });
        return new Counts(counts, leftovers);
    }

    /** How many octets whole PDUs take up at the beginning. */
    static int whole(byte[] stream) {
        ByteBuffer octets = ByteBuffer.wrap(stream);
        while (isWhole(octets)) {
            skip(octets);
        }
        return octets.position();
    }

    private static boolean isWhole(ByteBuffer octets) {
        if (octets.remaining() < HEADER) {
            return false;
        }
        int length = octets.getInt(octets.position());
        return length >= HEADER && length <= octets.remaining();
    }

    private static void skip(ByteBuffer octets) {
        octets.position(octets.position() + octets.getInt(octets.position()));
    }
}
