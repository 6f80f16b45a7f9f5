/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import io.uptext.contracts.event.DeliveryEvent;

/** A record of the log of deliveries. */
record Arrival(int partition, long offset, DeliveryEvent event) {}
