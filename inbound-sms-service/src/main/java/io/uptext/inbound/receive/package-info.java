/* SPDX-License-Identifier: Apache-2.0 */
/** Turns what came through a door into the event that is published. */
@NullMarked
package io.uptext.inbound.receive;

import org.jspecify.annotations.NullMarked;
