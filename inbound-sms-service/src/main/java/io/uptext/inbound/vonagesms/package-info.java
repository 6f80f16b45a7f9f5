/* SPDX-License-Identifier: Apache-2.0 */
/** The door for inbound webhooks of Vonage's SMS API. */
@NullMarked
package io.uptext.inbound.vonagesms;

import org.jspecify.annotations.NullMarked;
