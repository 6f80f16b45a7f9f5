/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import java.util.concurrent.CompletionStage;

/** Sends messages to webhooks, once each: whether and when again is for others to say. */
public interface Sender {

    /** So many may be under way to one target; one more is {@link Flaw#BUSY} at once. */
    int MOST_AT_ONCE = 8;

    /**
     * Whether there is a key to sign with. Without one a target is not called, and the operator has to
     * add its secret; that may happen at any time.
     */
    boolean canSign(Target target);

    /**
     * Sends a message.
     *
     * @param id of the message, the same each time that it is sent, without a dot
     * @param body JSON
     * @return comes within ten seconds, never exceptionally, and on a thread of the network or of a timer, which must not be
     *     blocked
     */
    CompletionStage<Attempt> send(Target target, String id, byte[] body);
}
