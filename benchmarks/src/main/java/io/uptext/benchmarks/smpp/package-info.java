/* SPDX-License-Identifier: Apache-2.0 */
/** Messages on their way over SMPP into Kafka, and records that take the straight one. */
@NullMarked
package io.uptext.benchmarks.smpp;

import org.jspecify.annotations.NullMarked;
