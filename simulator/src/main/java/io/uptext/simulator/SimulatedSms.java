/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator;

/**
 * A text from a phone, as it reaches a provider.
 *
 * @param id what the provider calls it, the same on each delivery
 * @param from the subscriber's number with its plus sign
 * @param to the short code or number that is texted
 * @param text what the subscriber wrote
 */
public record SimulatedSms(String id, String from, String to, String text) {

    /** Without what it holds. */
    @Override
    public String toString() {
        return "SimulatedSms[" + id + "]";
    }
}
