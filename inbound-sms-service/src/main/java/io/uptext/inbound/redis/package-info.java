/* SPDX-License-Identifier: Apache-2.0 */
/** What doors remember between requests, in Redis. */
@NullMarked
package io.uptext.inbound.redis;

import org.jspecify.annotations.NullMarked;
