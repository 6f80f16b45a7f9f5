/* SPDX-License-Identifier: Apache-2.0 */
/** Kills our services and what they stand on while people sign in, and checks what was promised to them. */
@NullMarked
package io.uptext.chaos;

import org.jspecify.annotations.NullMarked;
