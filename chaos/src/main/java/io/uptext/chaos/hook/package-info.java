/* SPDX-License-Identifier: Apache-2.0 */
/** Targets of webhooks, which work, or refuse, hang, lead elsewhere or are gone. */
@NullMarked
package io.uptext.chaos.hook;

import org.jspecify.annotations.NullMarked;
