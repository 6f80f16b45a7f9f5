/* SPDX-License-Identifier: Apache-2.0 */
/** The processes of a run, which may be killed, and what is read of them afterwards. */
@NullMarked
package io.uptext.chaos.stage;

import org.jspecify.annotations.NullMarked;
