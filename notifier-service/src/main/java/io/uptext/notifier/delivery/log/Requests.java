/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.log;

import io.uptext.contracts.event.WebhookEndpointEnabled;
import io.uptext.contracts.event.WebhookReplayRequested;
import java.util.concurrent.CompletionStage;

/** Where it is written what a relying party wants. */
public interface Requests {

    /** Completes when every in-sync replica has it. */
    CompletionStage<Void> replay(WebhookReplayRequested request);

    /** As above. */
    CompletionStage<Void> enable(WebhookEndpointEnabled request);
}
