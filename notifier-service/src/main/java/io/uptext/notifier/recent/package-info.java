/* SPDX-License-Identifier: Apache-2.0 */
/** The recent challenges, as little of each as a waiting browser may learn. */
@NullMarked
package io.uptext.notifier.recent;

import org.jspecify.annotations.NullMarked;
