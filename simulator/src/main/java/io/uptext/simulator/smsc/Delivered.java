/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.util.List;

/**
 * What came of a message.
 *
 * @param parts one for each PDU, in the order in which they were sent first
 */
public record Delivered(List<DeliveredPart> parts) {

    public Delivered {
        parts = List.copyOf(parts);
    }

    /** Whether everything was answered with ESME_ROK. */
    public boolean isAccepted() {
        return parts.stream().allMatch(part -> part.status() == CommandStatus.ROK);
    }

    /** How often PDUs were delivered again. */
    public int redelivered() {
        return parts.stream().mapToInt(part -> part.attempts() - 1).sum();
    }
}
