/* SPDX-License-Identifier: Apache-2.0 */
/** A relying party's side of Uptext: create, read, cancel and redeem challenges, typed, with repetitions that do no harm. */
@NullMarked
package io.uptext.client;

import org.jspecify.annotations.NullMarked;
