/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where Uptext's hosted page leads the browser back to.
 *
 * @param url of one of the origins that the registry has for you
 * @param state comes back with it; bind it to the session that waits, so that nobody else's end is taken for its own
 */
public record ReturnTo(URI url, @Nullable String state) {

    private static final Pattern STATE = Pattern.compile("[ -~]{1,256}");

    /** Refuses what Uptext would refuse in any case. */
    public ReturnTo {
        if (!url.isAbsolute() || url.getRawFragment() != null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("a browser returns to an absolute URL without a user and a fragment");
        }
        if (state != null && !STATE.matcher(state).matches()) {
            throw new IllegalArgumentException("a state is 1 to 256 printable characters of ASCII");
        }
    }

    /** Without the state, and without what may be in the URL. */
    @Override
    public String toString() {
        return "ReturnTo[" + Secret.HIDDEN + "]";
    }
}
