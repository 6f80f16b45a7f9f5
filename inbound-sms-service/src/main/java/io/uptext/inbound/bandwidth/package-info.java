/* SPDX-License-Identifier: Apache-2.0 */
/** The door for Bandwidth's messaging callbacks. */
@NullMarked
package io.uptext.inbound.bandwidth;

import org.jspecify.annotations.NullMarked;
