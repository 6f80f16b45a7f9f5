/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

/** A record that nobody will ever be able to read; trying again is pointless. */
public final class PoisonException extends Exception {

    /**
     * Says what is wrong.
     *
     * @param reason in words, without anything of the record's value
     */
    public PoisonException(String reason) {
        super(reason);
    }
}
