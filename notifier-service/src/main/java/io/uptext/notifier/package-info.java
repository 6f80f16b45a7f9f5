/* SPDX-License-Identifier: Apache-2.0 */
/** Pushes what became of a challenge to the browser that waits for it. */
@NullMarked
package io.uptext.notifier;

import org.jspecify.annotations.NullMarked;
