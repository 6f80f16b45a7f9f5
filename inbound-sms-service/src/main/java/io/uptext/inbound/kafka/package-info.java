/* SPDX-License-Identifier: Apache-2.0 */
/** Publishes inbound SMS to Kafka. */
@NullMarked
package io.uptext.inbound.kafka;

import org.jspecify.annotations.NullMarked;
