/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import io.uptext.contracts.event.DeliveryEvent;
import io.uptext.contracts.event.EndpointEvent;
import java.util.concurrent.CompletionStage;

/** Where events are written. */
interface Outbox {

    /** Completes when every in-sync replica has it, or exceptionally if that is not known. */
    CompletionStage<Void> publish(DeliveryEvent event);

    /** As above. */
    CompletionStage<Void> publish(EndpointEvent event);
}
