/* SPDX-License-Identifier: Apache-2.0 */
/** Arrivals from Kafka, outcomes to Kafka. */
@NullMarked
package io.uptext.verifier.kafka;

import org.jspecify.annotations.NullMarked;
