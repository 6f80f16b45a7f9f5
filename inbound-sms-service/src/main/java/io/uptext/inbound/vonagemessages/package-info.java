/* SPDX-License-Identifier: Apache-2.0 */
/** The door for the webhook of Vonage's Messages API. */
@NullMarked
package io.uptext.inbound.vonagemessages;

import org.jspecify.annotations.NullMarked;
