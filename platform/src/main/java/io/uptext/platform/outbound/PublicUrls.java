/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * URLs that others have named, and that we may call (server-side request forgery: OWASP, CWE-918). This is what can be judged
 * of the text: who calls must still look at the address that the name leads to, by {@link PublicAddresses}, and connect to
 * that very address.
 */
public final class PublicUrls {

    /** Where public HTTPS is. On other ports are other protocols, and we shall not be anybody's port scanner. */
    private static final Set<Integer> PORTS = Set.of(-1, 443, 8443);

    private static final int LONGEST = 2000;
    private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

    private PublicUrls() {}

    /**
     * Takes a URL.
     *
     * @throws IllegalArgumentException if it must not be called, with what it must be like; the URL is not repeated, which
     *     may hold a token
     */
    public static URI parse(String url) {
        URI uri = uri(url);
        require("https".equalsIgnoreCase(uri.getScheme()) && uri.getRawAuthority() != null, "begin with https://");
        require(uri.getRawAuthority().indexOf('@') < 0, "have no user or password in it");
        require(uri.getRawFragment() == null, "have no fragment, which nobody would be sent");
        require(
                uri.getHost() != null && isPublic(uri.getHost()),
                "name a host of the public internet by its full name");
        require(PORTS.contains(uri.getPort()), "have the port 443 or 8443");
        return uri;
    }

    private static URI uri(String url) {
        try {
            boolean isAscii = url.chars().allMatch(c -> c > ' ' && c < 0x7f);
            require(isAscii && url.length() <= LONGEST, "be a URL of up to " + LONGEST + " characters of ASCII");
            return new URI(url);
        } catch (URISyntaxException _) {
            throw new IllegalArgumentException("must be a URL");
        }
    }

    private static boolean isPublic(String host) {
        if (host.startsWith("[")) {
            return isPublicLiteral(host.substring(1, host.length() - 1));
        }
        // In no other spelling: 0177.0.0.1, 127.1 and 2130706433 are the same address to some and another one to
        // others.
        return IPV4.matcher(host).matches() ? isPublicLiteral(host) : HostNames.isPublic(host);
    }

    private static boolean isPublicLiteral(String literal) {
        try {
            InetAddress address = InetAddress.ofLiteral(literal);
            // An IPv4 address in an IPv6 spelling comes as IPv4.
            return PublicAddresses.isPublic(address)
                    && (literal.indexOf(':') < 0 || !(address instanceof Inet4Address));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(boolean is, String like) {
        if (!is) {
            throw new IllegalArgumentException("must " + like);
        }
    }
}
