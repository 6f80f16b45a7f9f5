/* SPDX-License-Identifier: Apache-2.0 */
/** What is measured, each in a JVM of its own, and what stands behind it. */
@NullMarked
package io.uptext.benchmarks.server;

import org.jspecify.annotations.NullMarked;
