/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what was said as packets of IPv4 and TCP in a file of the kind that tcpdump writes: version 2.4, microseconds,
 * LINKTYPE_RAW. Each segment is acknowledged at once; the times are made up, one microsecond apart.
 *
 * <p>A segment begins with a PDU or goes on with one: Wireshark does not know a PDU of which it first sees less than a
 * header. So octets are kept back until the others of their PDU have come.
 */
final class Pcap {

    private static final int MAGIC = 0xa1b2c3d4;
    private static final int LINKTYPE_RAW = 101;
    private static final int SNAPSHOT = 65_535;
    /** 2026-01-01. */
    private static final int SECONDS = 1_767_225_600;

    private static final int IP_HEADER = 20;
    private static final int TCP_HEADER = 20;
    private static final int SEGMENT = 1400;
    private static final int TCP = 6;
    private static final int TTL = 64;
    private static final int WINDOW = 65_535;
    private static final int FIN = 0x01;
    private static final int SYN = 0x02;
    private static final int PUSH = 0x08;
    private static final int ACK = 0x10;
    private static final int LOOPBACK = 0x7f000001;
    private static final int FIRST_PORT = 40_000;

    private final int smscPort;
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final Map<Integer, Connection> connections = new LinkedHashMap<>();
    private int packets;

    /** The numbers of the next octets of both ends, and what is kept back. */
    private static final class Connection {
        private final ByteArrayOutputStream ofEsme = new ByteArrayOutputStream();
        private final ByteArrayOutputStream ofSmsc = new ByteArrayOutputStream();
        private final int esmePort;
        private int esmeNext = 1000;
        private int smscNext = 2000;

        private Connection(int esmePort) {
            this.esmePort = esmePort;
        }
    }

    private Pcap(int smscPort) {
        this.smscPort = smscPort;
    }

    /** The octets of such a file. */
    static byte[] of(List<TcpTap.Said> all, int smscPort) {
        Pcap pcap = new Pcap(smscPort);
        pcap.file.writeBytes(ByteBuffer.allocate(24)
                .putInt(MAGIC)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(SNAPSHOT)
                .putInt(LINKTYPE_RAW)
                .array());
        all.forEach(pcap::add);
        pcap.connections.values().forEach(pcap::rest);
        return pcap.file.toByteArray();
    }

    private void add(TcpTap.Said said) {
        Connection connection = connections.computeIfAbsent(said.connection(), this::handshake);
        ByteArrayOutputStream pending = said.fromEsme() ? connection.ofEsme : connection.ofSmsc;
        pending.writeBytes(said.octets());
        boolean isEnd = said.octets().length == 0;
        send(connection, said.fromEsme(), isEnd ? pending.size() : Pdus.whole(pending.toByteArray()));
        if (isEnd) {
            packet(connection, said.fromEsme(), FIN | ACK, new byte[0]);
            packet(connection, !said.fromEsme(), ACK, new byte[0]);
        }
    }

    private void rest(Connection connection) {
        send(connection, true, connection.ofEsme.size());
        send(connection, false, connection.ofSmsc.size());
    }

    private void send(Connection connection, boolean fromEsme, int count) {
        ByteArrayOutputStream pending = fromEsme ? connection.ofEsme : connection.ofSmsc;
        byte[] octets = pending.toByteArray();
        for (int at = 0; at < count; at += SEGMENT) {
            packet(connection, fromEsme, PUSH | ACK, Arrays.copyOfRange(octets, at, Math.min(at + SEGMENT, count)));
            packet(connection, !fromEsme, ACK, new byte[0]);
        }
        pending.reset();
        pending.write(octets, count, octets.length - count);
    }

    private Connection handshake(int number) {
        int port = FIRST_PORT + number;
        Connection connection = new Connection(port == smscPort ? FIRST_PORT - 1 : port);
        packet(connection, true, SYN, new byte[0]);
        packet(connection, false, SYN | ACK, new byte[0]);
        packet(connection, true, ACK, new byte[0]);
        return connection;
    }

    private void packet(Connection connection, boolean fromEsme, int flags, byte[] octets) {
        int segment = TCP_HEADER + octets.length;
        ByteBuffer packet = ByteBuffer.allocate(IP_HEADER + segment);
        packet.putShort((short) 0x4500).putShort((short) (IP_HEADER + segment)).putShort((short) packets);
        packet.putShort((short) 0x4000).put((byte) TTL).put((byte) TCP).putShort((short) 0);
        packet.putInt(LOOPBACK).putInt(LOOPBACK);
        packet.putShort(10, (short) ~sum(packet.array(), 0, IP_HEADER, 0));
        packet.putShort((short) (fromEsme ? connection.esmePort : smscPort));
        packet.putShort((short) (fromEsme ? smscPort : connection.esmePort));
        packet.putInt(fromEsme ? connection.esmeNext : connection.smscNext);
        boolean acknowledges = (flags & ACK) != 0;
        packet.putInt(acknowledges ? fromEsme ? connection.smscNext : connection.esmeNext : 0);
        packet.putShort((short) (((TCP_HEADER / 4) << 12) | flags)).putShort((short) WINDOW);
        packet.putInt(0).put(octets);
        int pseudo = 2 * (LOOPBACK >>> 16) + 2 * (LOOPBACK & 0xffff) + TCP + segment;
        packet.putShort(IP_HEADER + 16, (short) ~sum(packet.array(), IP_HEADER, packet.capacity(), pseudo));
        int used = octets.length + ((flags & (SYN | FIN)) != 0 ? 1 : 0);
        if (fromEsme) {
            connection.esmeNext += used;
        } else {
            connection.smscNext += used;
        }
        write(packet.array());
    }

    private void write(byte[] packet) {
        int micros = packets++;
        file.writeBytes(ByteBuffer.allocate(16)
                .putInt(SECONDS + micros / 1_000_000)
                .putInt(micros % 1_000_000)
                .putInt(packet.length)
                .putInt(packet.length)
                .array());
        file.writeBytes(packet);
    }

    /** The ones' complement sum of RFC 1071. */
    private static int sum(byte[] octets, int start, int end, int initial) {
        int sum = initial;
        for (int at = start; at < end; at++) {
            int octet = Byte.toUnsignedInt(octets[at]);
            sum += (at - start) % 2 == 0 ? octet << 8 : octet;
        }
        while (sum > 0xffff) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return sum;
    }
}
