/* SPDX-License-Identifier: Apache-2.0 */
/** {@code ./uptext webhooks}: what becomes of deliveries to webhooks. */
@NullMarked
package io.uptext.cli.webhooks;

import org.jspecify.annotations.NullMarked;
