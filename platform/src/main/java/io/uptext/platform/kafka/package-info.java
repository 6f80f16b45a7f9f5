/* SPDX-License-Identifier: Apache-2.0 */
/** Events to Kafka records and back, durable publishing and dead letters. */
@NullMarked
package io.uptext.platform.kafka;

import org.jspecify.annotations.NullMarked;
