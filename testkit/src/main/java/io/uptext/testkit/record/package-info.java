/* SPDX-License-Identifier: Apache-2.0 */
/** Kafka records that nobody of ours would write. */
@NullMarked
package io.uptext.testkit.record;

import org.jspecify.annotations.NullMarked;
