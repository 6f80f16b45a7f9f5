/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.MessageId;

/** What a text becomes that came through a door. */
public sealed interface InboundEvent extends Event permits InboundSmsReceived, CarrierKeywordReceived {

    /** The message, the same on each delivery. */
    MessageId messageId();
}
