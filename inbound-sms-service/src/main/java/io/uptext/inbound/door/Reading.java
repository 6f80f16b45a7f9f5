/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a genuine request holds. Reasons quote nothing. */
public sealed interface Reading {

    /**
     * The messages, in the order of the request; at least one.
     *
     * @param leftOut what is wrong with something else in the request that is not what the provider writes, if there is such
     */
    record Messages(List<DoorMessage> messages, @Nullable String leftOut) implements Reading {

        public Messages {
            messages = List.copyOf(messages);
        }

        /** The messages of a request that holds nothing else. */
        public Messages(List<DoorMessage> messages) {
            this(messages, null);
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

    /**
     * What the parts of one request hold together. One that cannot be read does not hold back the others: any subscriber
     * could write a text that brings them back for ever.
     */
    static Reading ofParts(List<Reading> parts) {
        List<DoorMessage> messages = new ArrayList<>();
        @Nullable Malformed malformed = null;
        Nothing nothing = new Nothing("no message at all");
        for (Reading part : parts) {
            switch (part) {
                case Messages(List<DoorMessage> some, String _) -> messages.addAll(some);
                case Malformed each -> malformed = each;
                case Nothing each -> nothing = each;
                case Handshake _, Subscription _ ->
                    throw new IllegalArgumentException("a handshake is a request by itself");
            }
        }
        if (!messages.isEmpty()) {
            return new Messages(messages, malformed == null ? null : malformed.reason());
        }
        return malformed == null ? nothing : malformed;
    }
}
