/* SPDX-License-Identifier: Apache-2.0 */
/** Verifies signed webhooks by Standard Webhooks (https://www.standardwebhooks.com). */
@NullMarked
package io.uptext.client.webhook;

import org.jspecify.annotations.NullMarked;
