/* SPDX-License-Identifier: Apache-2.0 */
/** Limits: how many connections a client and a relying party may have here. */
@NullMarked
package io.uptext.notifier.limit;

import org.jspecify.annotations.NullMarked;
