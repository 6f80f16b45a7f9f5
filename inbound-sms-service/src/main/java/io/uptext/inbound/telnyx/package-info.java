/* SPDX-License-Identifier: Apache-2.0 */
/** The door for Telnyx's messaging webhook. */
@NullMarked
package io.uptext.inbound.telnyx;

import org.jspecify.annotations.NullMarked;
