/* SPDX-License-Identifier: Apache-2.0 */
/** Proofs of a sign-in that anybody can verify. */
@NullMarked
package io.uptext.challenge.proof;

import org.jspecify.annotations.NullMarked;
