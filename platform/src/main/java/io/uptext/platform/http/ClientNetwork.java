/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where somebody comes from, to be counted by: an IPv4 address, or the /64 of an IPv6 address, since a subscriber has all of
 * that.
 */
public final class ClientNetwork {

    /** Without leading zeros, which some take for octal. */
    private static final String V4 = "(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}";

    private static final Pattern FORM_4 = Pattern.compile(V4);
    private static final Pattern FORM_6 = Pattern.compile("(?=.{2,45}$)(?=.*:)[0-9A-Fa-f:]+(?:(?<=:)" + V4 + ")?");
    private static final int PREFIX_BYTES = 8;

    private final byte[] prefix;

    private ClientNetwork(byte[] prefix) {
        this.prefix = prefix;
    }

    /** That of an address. */
    public static ClientNetwork of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new ClientNetwork(address instanceof Inet6Address ? Arrays.copyOf(bytes, PREFIX_BYTES) : bytes);
    }

    /** Reads an address as RFC 4291 writes it, or an IPv4 address in four decimal parts; empty for all else, names among it. */
    public static Optional<ClientNetwork> parse(String literal) {
        if (!FORM_4.matcher(literal).matches() && !FORM_6.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            // No name gets here, so that nothing is resolved; IPv4-mapped addresses come back as IPv4.
            return Optional.of(of(InetAddress.ofLiteral(literal)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What it is counted by, in hexadecimal. */
    public String prefix() {
        return HexFormat.of().formatHex(prefix);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClientNetwork that && Arrays.equals(prefix, that.prefix);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(prefix);
    }

    /** Masked: an address is personal data. */
    @Override
    public String toString() {
        return "ClientNetwork[***]";
    }
}
