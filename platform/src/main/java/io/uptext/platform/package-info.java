/* SPDX-License-Identifier: Apache-2.0 */
/** Our Kafka, Redis, JSON and HTTP-problem conventions as one Boot auto-configuration. */
@NullMarked
package io.uptext.platform;

import org.jspecify.annotations.NullMarked;
