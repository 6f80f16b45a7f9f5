/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import io.uptext.platform.outbound.HostNames;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where pages of a relying party come from, exactly as browsers write it in the header {@code Origin} (RFC 6454, 6.2), so that
 * to compare is to compare texts.
 */
public record WebOrigin(String value) {

    private static final Pattern FORM = Pattern.compile("(https?)://([a-z0-9.-]+)(?::([1-9][0-9]{0,4}))?");
    private static final int LAST_PORT = 65_535;

    /**
     * Takes one.
     *
     * @throws IllegalArgumentException if no browser writes it so, or if it is not encrypted
     */
    public WebOrigin {
        Matcher form = FORM.matcher(value);
        if (!form.matches() || !isPort(form.group(3), form.group(1).equals("https") ? 443 : 80)) {
            throw new IllegalArgumentException("must be as browsers write an origin, in lower case, without a path, "
                    + "a wildcard or the usual port: https://acme.example");
        }
        String host = form.group(2);
        boolean isThisMachine = host.equals("localhost") || host.equals("127.0.0.1");
        if (!isThisMachine && !HostNames.isName(host)) {
            throw new IllegalArgumentException("must have the name of a host in it");
        }
        if (!isThisMachine && form.group(1).equals("http")) {
            throw new IllegalArgumentException(
                    "must begin with https://, but for http://localhost and http://127.0.0.1");
        }
    }

    /** Whether a URL is of this origin; one that is spelled otherwise is not. */
    boolean holds(String url) {
        if (!url.startsWith(value)) {
            return false;
        }
        String rest = url.substring(value.length());
        return rest.isEmpty() || rest.startsWith("/") || rest.startsWith("?");
    }

    private static boolean isPort(@Nullable String port, int usual) {
        return port == null || (Integer.parseInt(port) != usual && Integer.parseInt(port) <= LAST_PORT);
    }

    @Override
    public String toString() {
        return value;
    }
}
