/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import java.util.List;

/** What a genuine request holds. */
public sealed interface Reading {

    /** The messages, in the order of the request. */
    record Messages(List<DoorMessage> messages) implements Reading {

        public Messages {
            messages = List.copyOf(messages);
        }
    }

    /** Something that is not what the provider writes; the reason quotes nothing. */
    record Malformed(String reason) implements Reading {}
}
