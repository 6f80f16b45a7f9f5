/* SPDX-License-Identifier: Apache-2.0 */
/** Outcomes on their way to relying parties: to each party's own topic, and to its webhooks' deliveries. */
@NullMarked
package io.uptext.notifier.fanout;

import org.jspecify.annotations.NullMarked;
