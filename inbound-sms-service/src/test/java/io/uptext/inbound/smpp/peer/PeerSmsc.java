/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import java.time.Duration;

/**
 * An SMSC that somebody else wrote. It lets everybody bind as receiver or transceiver, with any password, again and again;
 * it answers enquire_link and unbind.
 */
public interface PeerSmsc extends AutoCloseable {

    /** Whose it is. */
    String name();

    /** Where it listens, on 127.0.0.1. */
    int port();

    /**
     * Waits until an ESME is bound.
     *
     * @throws IllegalStateException if none is by then
     */
    default void awaitBound(Duration patience) {
        awaitBinds(1, patience);
    }

    /**
     * Waits until ESMEs have bound so many times since the start, and the last one of them still is.
     *
     * @throws IllegalStateException if that is not so by then
     */
    void awaitBinds(int count, Duration patience);

    /**
     * Delivers one deliver_sm to the ESME that has bound last, and waits for its response. Threads may do so at once.
     *
     * @return the command_status of the deliver_sm_resp, or of the generic_nack
     * @throws IllegalStateException if nobody is bound, the session ends meanwhile, or no response comes by then
     */
    int deliver(PeerMessage message, Duration patience);

    /** Breaks all sessions off and ends. */
    @Override
    void close();
}
