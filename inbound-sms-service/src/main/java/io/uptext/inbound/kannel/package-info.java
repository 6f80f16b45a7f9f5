/* SPDX-License-Identifier: Apache-2.0 */
/** The door for Kannel gateways. */
@NullMarked
package io.uptext.inbound.kannel;

import org.jspecify.annotations.NullMarked;
