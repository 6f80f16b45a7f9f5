/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import io.uptext.contracts.event.SenderNetwork;
import org.jspecify.annotations.Nullable;

/**
 * A message in the provider's own spelling.
 *
 * @param providerMessageId what the provider calls it, the same on each delivery
 * @param from who sent it
 * @param to what was texted
 * @param text the text, untouched
 * @param network what the provider says about the sender's network
 * @param part its place in a longer message, if it is but a part
 */
public record DoorMessage(
        String providerMessageId,
        String from,
        String to,
        String text,
        @Nullable SenderNetwork network,
        @Nullable Part part) {

    /** A whole message of which nothing else is known. */
    public DoorMessage(String providerMessageId, String from, String to, String text) {
        this(providerMessageId, from, to, text, null, null);
    }

    /** The same message under this id. */
    public DoorMessage named(String id) {
        return new DoorMessage(id, from, to, text, network, part);
    }

    /** The same message from this network. */
    public DoorMessage from(@Nullable SenderNetwork known) {
        return new DoorMessage(providerMessageId, from, to, text, known, part);
    }

    /** The same message as a part of a longer one. */
    public DoorMessage as(Part place) {
        return new DoorMessage(providerMessageId, from, to, text, network, place);
    }

    /** Without what it holds: number and text are the subscriber's. */
    @Override
    public String toString() {
        return "DoorMessage[***]";
    }
}
