/* SPDX-License-Identifier: Apache-2.0 */
/** Pages that wait for their outcomes as browsers do, and people who try what they must not. */
@NullMarked
package io.uptext.chaos.crowd;

import org.jspecify.annotations.NullMarked;
