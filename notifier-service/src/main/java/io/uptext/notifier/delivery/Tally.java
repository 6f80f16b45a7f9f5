/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import io.uptext.contracts.event.WebhookAttempted;
import io.uptext.contracts.event.WebhookKept;

/** What is counted. */
interface Tally {

    void count(WebhookAttempted attempted);

    void count(WebhookKept kept);
}
