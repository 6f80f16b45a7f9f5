/* SPDX-License-Identifier: Apache-2.0 */
/** Sends what a relying party is told to its webhooks: signed, and to the public internet only. */
@NullMarked
package io.uptext.notifier.webhook;

import org.jspecify.annotations.NullMarked;
