/* SPDX-License-Identifier: Apache-2.0 */
/** Challenges and texts on their way to outcomes: through the verifier, and through what else could bring them together. */
@NullMarked
package io.uptext.benchmarks.join;

import org.jspecify.annotations.NullMarked;
