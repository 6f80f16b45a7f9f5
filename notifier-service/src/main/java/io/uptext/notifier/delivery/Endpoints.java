/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import io.uptext.contracts.event.EndpointEvent;
import io.uptext.notifier.delivery.book.Endpoint;
import io.uptext.notifier.delivery.book.Standing;
import io.uptext.notifier.webhook.Target;
import java.util.Optional;

/** The webhooks of all relying parties: where they lead, and whether they may be asked. */
interface Endpoints {

    /** Whether an endpoint may be asked, at this moment. */
    Standing standing(Endpoint endpoint);

    /** Where it leads, if the registry knows it. */
    Optional<Target> target(Endpoint endpoint);

    /** What was said of an endpoint, which will come by the log as well. */
    void learn(EndpointEvent event);
}
