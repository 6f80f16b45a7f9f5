/* SPDX-License-Identifier: Apache-2.0 */
/** Proofs that are genuine, and such as are not. */
@NullMarked
package io.uptext.client.proof;

import org.jspecify.annotations.NullMarked;
