/* SPDX-License-Identifier: Apache-2.0 */
/** Origins: whose pages may ask, and which of them may read what they are answered. */
@NullMarked
package io.uptext.notifier.origin;

import org.jspecify.annotations.NullMarked;
