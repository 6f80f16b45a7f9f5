/* SPDX-License-Identifier: Apache-2.0 */
/** What relying parties see of the deliveries to their webhooks, and what they may do about them. */
@NullMarked
package io.uptext.notifier.delivery.log;

import org.jspecify.annotations.NullMarked;
