/* SPDX-License-Identifier: Apache-2.0 */
/** Who holds waiting browsers, what they wait for, and how it gets into Kafka. */
@NullMarked
package io.uptext.benchmarks.watch;

import org.jspecify.annotations.NullMarked;
