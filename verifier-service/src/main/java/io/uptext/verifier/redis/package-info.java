/* SPDX-License-Identifier: Apache-2.0 */
/** The slots of the join in Redis. */
@NullMarked
package io.uptext.verifier.redis;

import org.jspecify.annotations.NullMarked;
