/* SPDX-License-Identifier: Apache-2.0 */
/** Who has guessed codes, and is not listened to for a while. */
@NullMarked
package io.uptext.verifier.miss;

import org.jspecify.annotations.NullMarked;
