/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

/**
 * A message in the provider's own spelling.
 *
 * @param providerMessageId what the provider calls it, the same on each delivery
 * @param from who sent it
 * @param to what was texted
 * @param text the text, untouched
 */
public record DoorMessage(String providerMessageId, String from, String to, String text) {

    /** Without what it holds: number and text are the subscriber's. */
    @Override
    public String toString() {
        return "DoorMessage[***]";
    }
}
