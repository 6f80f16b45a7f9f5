/* SPDX-License-Identifier: Apache-2.0 */
/** The rules of delivering outcomes to webhooks: what is due, what follows from an attempt, and who has to wait for whom. */
@NullMarked
package io.uptext.notifier.delivery.book;

import org.jspecify.annotations.NullMarked;
