/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an SMSC listens.
 *
 * @param host its name, or an address; an IPv6 address without brackets
 * @param port 1 to 65535
 */
record SmscAddress(String host, int port) {

    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([A-Za-z0-9._-]+)):([0-9]{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads {@code host:port}, or {@code [address]:port} for IPv6.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static SmscAddress parse(String written) {
        Matcher parts = FORM.matcher(written);
        if (parts.matches()) {
            int port = Integer.parseInt(parts.group(3));
            if (port >= 1 && port <= HIGHEST_PORT) {
                return new SmscAddress(parts.group(1) == null ? parts.group(2) : parts.group(1), port);
            }
        }
        throw new IllegalArgumentException("smpp.smscs are host:port each, smsc1.operator.example:2775 for example");
    }

    /** As it is configured. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
