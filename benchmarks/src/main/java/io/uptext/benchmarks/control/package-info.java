/* SPDX-License-Identifier: Apache-2.0 */
/** How a run tells its child processes what to do, one thing at a time. */
@NullMarked
package io.uptext.benchmarks.control;

import org.jspecify.annotations.NullMarked;
