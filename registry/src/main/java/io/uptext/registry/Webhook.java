/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where a relying party wants to be told of outcomes.
 *
 * @param id its name in the registry
 * @param url as {@link io.uptext.platform.outbound.PublicUrls} allows, or of {@link io.uptext.platform.outbound.LoopbackUrls};
 *     it may hold a token
 */
public record Webhook(String id, URI url) {

    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

    /** Whether a webhook may be named so: 1 to 40 lower-case letters, digits and inner dashes. */
    public static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** Without the URL. */
    @Override
    public String toString() {
        return "Webhook[" + id + "]";
    }
}
