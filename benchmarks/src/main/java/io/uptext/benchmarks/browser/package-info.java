/* SPDX-License-Identifier: Apache-2.0 */
/** Thousands of waiting browsers in a process of their own, as far as they are seen from a server. */
@NullMarked
package io.uptext.benchmarks.browser;

import org.jspecify.annotations.NullMarked;
