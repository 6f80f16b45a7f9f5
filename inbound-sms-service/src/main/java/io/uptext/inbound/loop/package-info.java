/* SPDX-License-Identifier: Apache-2.0 */
/** The threads that requests live on. */
@NullMarked
package io.uptext.inbound.loop;

import org.jspecify.annotations.NullMarked;
