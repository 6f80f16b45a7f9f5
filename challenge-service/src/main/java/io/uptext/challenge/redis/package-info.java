/* SPDX-License-Identifier: Apache-2.0 */
/** Counts in Redis what all instances create. */
@NullMarked
package io.uptext.challenge.redis;

import org.jspecify.annotations.NullMarked;
