/* SPDX-License-Identifier: Apache-2.0 */
/** The door for Plivo's message URL. */
@NullMarked
package io.uptext.inbound.plivo;

import org.jspecify.annotations.NullMarked;
