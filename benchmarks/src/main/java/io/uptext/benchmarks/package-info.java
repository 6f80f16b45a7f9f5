/* SPDX-License-Identifier: Apache-2.0 */
/** Measurements of ratios: a service of ours and the least that could do the same, in one run. */
@NullMarked
package io.uptext.benchmarks;

import org.jspecify.annotations.NullMarked;
