/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.outbound;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of hosts as the DNS has them: ASCII, so that an internationalized one stands in its {@code xn--} form. */
public final class HostNames {

    private static final int LONGEST = 253;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    /** What a browser or a resolver takes for a number, and the whole for an IPv4 address (WHATWG URL, "ends in a number"). */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    /** Not delegated in the public DNS: RFC 6761, RFC 6762 G, RFC 7686, RFC 8375, ICANN's internal, and what routers use. */
    private static final List<String> PRIVATE = List.of(
            "localhost",
            "localdomain",
            "local",
            "internal",
            "intranet",
            "private",
            "corp",
            "home",
            "lan",
            "arpa",
            "svc",
            "invalid",
            "test",
            "onion",
            "alt");

    private HostNames() {}

    /** Whether it is a name and no address, of one label or several, without a dot at its end. */
    public static boolean isName(String host) {
        String[] labels = host.toLowerCase(Locale.ROOT).split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return host.length() <= LONGEST
                && !NUMBER.matcher(labels[labels.length - 1]).matches();
    }

    /** Whether it is a name that the public DNS can know. What it leads to is another matter. */
    static boolean isPublic(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return isName(host) && dot > 0 && !PRIVATE.contains(name.substring(dot + 1));
    }
}
