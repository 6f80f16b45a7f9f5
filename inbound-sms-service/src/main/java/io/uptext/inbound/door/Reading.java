/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import java.net.URI;
import java.util.List;

/** What a genuine request holds. Reasons quote nothing. */
public sealed interface Reading {

    /** The messages, in the order of the request; at least one. */
    record Messages(List<DoorMessage> messages) implements Reading {

        public Messages {
            messages = List.copyOf(messages);
        }
    }

    /** Something that the provider may send and that is no text: a receipt, a picture, another event. It is acknowledged. */
    record Nothing(String reason) implements Reading {}

    /** Something that is not what the provider writes. */
    record Malformed(String reason) implements Reading {}

    /** The provider asks whether this is the address that it means. */
    record Handshake(Answer answer) implements Reading {}

    /** The provider delivers once this address, which its door has found to be the provider's own, has been fetched. */
    record Subscription(URI confirmation) implements Reading {}

    /** One message. */
    static Reading of(DoorMessage message) {
        return new Messages(List.of(message));
    }
}
