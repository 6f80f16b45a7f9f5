/* SPDX-License-Identifier: Apache-2.0 */
/** The generated client, at work. */
@NullMarked
package io.uptext.check;

import org.jspecify.annotations.NullMarked;
