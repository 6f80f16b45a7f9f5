/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an end user comes from, as their relying party says: an IPv4 address or the /64 of an IPv6 address, since a subscriber
 * has all of that. It is counted by and kept nowhere.
 */
public final class EndUser {

    /** Without leading zeros, which some take for octal. */
    private static final String V4 = "(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}";

    private static final Pattern FORM_4 = Pattern.compile(V4);
    private static final Pattern FORM_6 = Pattern.compile("(?=.{2,45}$)(?=.*:)[0-9A-Fa-f:]+(?:(?<=:)" + V4 + ")?");
    private static final int PREFIX_BYTES = 8;

    private final String prefix;

    private EndUser(String prefix) {
        this.prefix = prefix;
    }

    /** Reads an address as RFC 4291 writes it, or an IPv4 address in four decimal parts; empty for all else, names among it. */
    public static Optional<EndUser> parse(String literal) {
        if (!FORM_4.matcher(literal).matches() && !FORM_6.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            // No name gets here, so that nothing is resolved; IPv4-mapped addresses come back as IPv4.
            InetAddress address = InetAddress.ofLiteral(literal);
            byte[] bytes = address.getAddress();
            byte[] counted = address instanceof Inet6Address ? Arrays.copyOf(bytes, PREFIX_BYTES) : bytes;
            return Optional.of(new EndUser(HexFormat.of().formatHex(counted)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What it is counted by, in hexadecimal. */
    String prefix() {
        return prefix;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EndUser that && prefix.equals(that.prefix);
    }

    @Override
    public int hashCode() {
        return prefix.hashCode();
    }

    /** Masked: an address is personal data. */
    @Override
    public String toString() {
        return "EndUser[***]";
    }
}
