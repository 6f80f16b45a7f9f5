/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the hosted page sends a browser back to when a challenge has ended.
 *
 * @param url an address of the relying party, in the spelling that no two readers take for two addresses: {@code http} or
 *     {@code https}, host in lower case, no user, no fragment, nothing that RFC 3986 would have escaped
 * @param state the relying party's own word for the browser session, given back with it
 */
public record ReturnTo(String url, @Nullable String state) {

    /** In characters. */
    public static final int LONGEST_URL = 512;

    private static final Pattern URL = Pattern.compile(
            "https?://[a-z0-9.-]+(?::[0-9]{1,5})?(?:[/?](?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*+)?");

    private static final Pattern STATE = Pattern.compile("[ -~]{1,256}");

    public ReturnTo {
        if (!isUrl(url)) {
            throw new IllegalArgumentException("not a URL to return to");
        }
        if (state != null && !isState(state)) {
            throw new IllegalArgumentException("not a state to return with");
        }
    }

    /** Whether this can be a URL to return to; whose it is, the registry knows. */
    public static boolean isUrl(@Nullable String text) {
        return text != null && text.length() <= LONGEST_URL && URL.matcher(text).matches();
    }

    /** Whether this can be a state: 1 to 256 printable characters of ASCII. */
    public static boolean isState(String text) {
        return STATE.matcher(text).matches();
    }

    /** Without the state, and without what may be in the URL. */
    @Override
    public String toString() {
        return "ReturnTo[***]";
    }
}
