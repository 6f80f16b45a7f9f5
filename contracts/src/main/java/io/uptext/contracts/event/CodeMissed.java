/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.Ids;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.MissReason;
import io.uptext.contracts.vocabulary.RouteTrust;
import java.time.Instant;

/**
 * A text had a well-formed code that was not its sender's to send. Every verifier counts these, so that a phone that
 * guesses is locked whatever challenges come meanwhile.
 *
 * @param messageId the message
 * @param sender who sent it, as an HMAC: the number itself is not told
 * @param connector the door it came through
 * @param routeTrust how hard senders are to forge there
 * @param destination what was texted
 * @param reason what was wrong with the code
 * @param receivedAt when our door took the message
 */
public record CodeMissed(
        MessageId messageId,
        CodeKey sender,
        ConnectorId connector,
        RouteTrust routeTrust,
        Destination destination,
        MissReason reason,
        Instant receivedAt)
        implements Event {

    @Override
    public String eventId() {
        return "mis_" + Ids.derived("missed", messageId.value());
    }

    @Override
    public Instant occurredAt() {
        return receivedAt;
    }
}
