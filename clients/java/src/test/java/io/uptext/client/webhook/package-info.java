/* SPDX-License-Identifier: Apache-2.0 */
/** Webhooks as others sign them. */
@NullMarked
package io.uptext.client.webhook;

import org.jspecify.annotations.NullMarked;
