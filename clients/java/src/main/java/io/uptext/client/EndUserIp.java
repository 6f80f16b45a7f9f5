/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * The address of the person's device. Uptext counts by it, so that one end user cannot use up what is for all; a proxy's address would
 * make all people one.
 *
 * @param value IPv4 or IPv6, without brackets and zone
 */
public record EndUserIp(String value) {

    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    /** Refuses what is no address. Nothing is looked up. */
    public EndUserIp {
        if (!IPV4.matcher(value).matches() && !isIpv6(value)) {
            throw new IllegalArgumentException("not an address of IPv4 or IPv6 without brackets and zone");
        }
    }

    /** That of a connection. */
    public static EndUserIp of(InetAddress address) {
        return new EndUserIp(address.getHostAddress().replaceFirst("%.*", ""));
    }

    private static boolean isIpv6(String value) {
        if (!IPV6.matcher(value).matches() || value.indexOf(':') < 0) {
            return false;
        }
        try {
            // With a colon in it, it is read or refused, and never asked for.
            return InetAddress.getByName(value).getAddress().length > 0;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return Secret.HIDDEN;
    }
}
