/* SPDX-License-Identifier: Apache-2.0 */
/** The join: one pure function from a state and an arrival to the next state and a verdict. */
@NullMarked
package io.uptext.verifier.join;

import org.jspecify.annotations.NullMarked;
