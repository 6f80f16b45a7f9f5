/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import java.io.IOException;
import java.net.URI;

/** Gets what a provider publishes at an address that its door has found to be the provider's own. */
@FunctionalInterface
public interface Fetcher {

    /**
     * Gets a document; the caller's thread waits.
     *
     * @throws IOException if it does not come whole, soon, or with a 2xx; redirects are not followed
     */
    byte[] get(URI address) throws IOException;
}
