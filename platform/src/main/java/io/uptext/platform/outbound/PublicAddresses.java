/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses are on the public internet (IANA's special-purpose registries, RFC 6890). */
public final class PublicAddresses {

    private static final List<Block> NOT_PUBLIC = blocks(
            "0.0.0.0/8", // this host
            "10.0.0.0/8",
            "100.64.0.0/10", // behind a carrier's NAT
            "127.0.0.0/8",
            "168.63.129.16/32", // Azure answers its machines here, metadata included
            "169.254.0.0/16", // link-local, other clouds' metadata
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays to IPv6
            "192.168.0.0/16",
            "198.18.0.0/15", // measurements
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/3", // multicast, reserved, broadcast
            "2001::/23", // Teredo and others of IETF protocols
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4, which holds any IPv4 address
            "3fff::/20"); // documentation

    /** All unicast there is so far; what is local, mapped, translated or multicast lies outside. */
    private static final Block GLOBAL_IPV6 = Block.of("2000::/3");

    private PublicAddresses() {}

    /** Whether an address is nobody's private one and no special one. */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return (address instanceof Inet4Address || GLOBAL_IPV6.holds(bytes))
                && NOT_PUBLIC.stream().noneMatch(block -> block.holds(bytes));
    }

    private static List<Block> blocks(String... blocks) {
        return Stream.of(blocks).map(Block::of).toList();
    }

    /** Addresses that begin with the same bits. */
    private record Block(InetAddress start, int bits) {

        static Block of(String cidr) {
            int slash = cidr.indexOf('/');
            return new Block(
                    InetAddress.ofLiteral(cidr.substring(0, slash)), Integer.parseInt(cidr.substring(slash + 1)));
        }

        boolean holds(byte[] address) {
            byte[] first = start.getAddress();
            if (address.length != first.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 1 << (Byte.SIZE - 1 - bit % Byte.SIZE);
                if (((address[bit / Byte.SIZE] ^ first[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
