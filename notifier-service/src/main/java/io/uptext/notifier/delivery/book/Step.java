/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import io.uptext.contracts.event.DeliveryEvent;
import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.vocabulary.DeliveryId;

/** What the book wants done. */
public sealed interface Step {

    /**
     * Send it, and say what came of it.
     *
     * @param notice what; its id is that of the message on each attempt
     */
    record Ask(DeliveryId id, Endpoint endpoint, OutcomeNotice notice) implements Step {}

    /** Write it to the log, and say when it is there. */
    record Tell(DeliveryEvent event) implements Step {}
}
