/* SPDX-License-Identifier: Apache-2.0 */
/** Whole verifiers on a real broker and a real Redis. */
@NullMarked
package io.uptext.verifier.system;

import org.jspecify.annotations.NullMarked;
