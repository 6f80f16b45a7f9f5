/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import java.util.Optional;

/** One provider's way of delivering texts over HTTP: how it signs, and how it writes a message. It keeps no state. */
public interface Door {

    /** The content type of its requests, without parameters. */
    String mediaType();

    /**
     * Looks for what is wrong in the configuration of a connector.
     *
     * @return the key and what it should be, to follow the name of the connector; never a secret
     */
    Optional<String> flawOf(Connector connector);

    /** Says whether the provider itself sent a request, judged by the bytes as they came. */
    Authenticity authenticate(RawRequest request, Connector connector);

    /** Reads the messages of a request that is genuine. */
    Reading read(RawRequest request);
}
