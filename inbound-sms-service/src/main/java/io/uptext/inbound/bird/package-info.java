/* SPDX-License-Identifier: Apache-2.0 */
/** The door for the webhook of Bird's Channels API. */
@NullMarked
package io.uptext.inbound.bird;

import org.jspecify.annotations.NullMarked;
