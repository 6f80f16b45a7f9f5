/* SPDX-License-Identifier: Apache-2.0 */
/** What the kernel says about processes. */
@NullMarked
package io.uptext.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
