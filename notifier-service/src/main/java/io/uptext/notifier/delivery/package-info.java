/* SPDX-License-Identifier: Apache-2.0 */
/** Outcomes on their way to webhooks: attempted, written down, and kept for whoever asks for them again. */
@NullMarked
package io.uptext.notifier.delivery;

import org.jspecify.annotations.NullMarked;
