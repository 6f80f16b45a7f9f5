/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import java.net.URI;

/**
 * Where a relying party wants to be told of outcomes.
 *
 * @param id its name in the registry
 * @param url as {@link io.uptext.platform.outbound.PublicUrls} allows; it may hold a token
 */
public record Webhook(String id, URI url) {

    /** Without the URL. */
    @Override
    public String toString() {
        return "Webhook[" + id + "]";
    }
}
