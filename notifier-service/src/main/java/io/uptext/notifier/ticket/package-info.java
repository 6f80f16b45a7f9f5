/* SPDX-License-Identifier: Apache-2.0 */
/** Tickets: what a browser that cannot send headers shows in place of its wait token, once. */
@NullMarked
package io.uptext.notifier.ticket;

import org.jspecify.annotations.NullMarked;
