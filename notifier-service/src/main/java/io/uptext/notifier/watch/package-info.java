/* SPDX-License-Identifier: Apache-2.0 */
/** Watchers: server-sent events for waiting browsers. */
@NullMarked
package io.uptext.notifier.watch;

import org.jspecify.annotations.NullMarked;
