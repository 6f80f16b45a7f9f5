/* SPDX-License-Identifier: Apache-2.0 */
/** The door for Jasmin SMS gateways. */
@NullMarked
package io.uptext.inbound.jasmin;

import org.jspecify.annotations.NullMarked;
