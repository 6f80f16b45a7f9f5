/* SPDX-License-Identifier: Apache-2.0 */
/** The door for every gateway that has no package of its own: where things stand is configuration. */
@NullMarked
package io.uptext.inbound.generic;

import org.jspecify.annotations.NullMarked;
