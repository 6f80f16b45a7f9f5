/* SPDX-License-Identifier: Apache-2.0 */
/** How services reach Redis. */
@NullMarked
package io.uptext.platform.redis;

import org.jspecify.annotations.NullMarked;
