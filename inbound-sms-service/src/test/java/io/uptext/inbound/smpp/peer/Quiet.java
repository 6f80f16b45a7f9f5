/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the libraries from logging each PDU with number and text, which is what they do for debugging. */
final class Quiet {

    private Quiet() {}

    static void libraries() {
        for (String name : new String[] {"org.jsmpp", "com.cloudhopper"}) {
            if (LoggerFactory.getLogger(name) instanceof Logger logger) {
                logger.setLevel(Level.OFF);
            }
        }
    }
}
