/* SPDX-License-Identifier: Apache-2.0 */
/** The door for 46elks. */
@NullMarked
package io.uptext.inbound.elks46;

import org.jspecify.annotations.NullMarked;
