/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import io.uptext.contracts.event.InboundEvent;
import io.uptext.contracts.vocabulary.CodeKey;

/** What becomes of a message that came through a door. */
public sealed interface Receipt {

    /** It is to be published under this key. */
    record Accepted(InboundEvent event, CodeKey key) implements Receipt {}

    /** It will never be accepted, however often it comes. */
    sealed interface Refused extends Receipt {}

    /** No subscriber's phone can have sent it. */
    record ImpossibleNumber() implements Refused {}

    /** Its connector does not serve what was texted. */
    record UnknownDestination() implements Refused {}
}
