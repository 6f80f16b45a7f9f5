/* SPDX-License-Identifier: Apache-2.0 */
/** The whole of Uptext in one process, to try it and to test it. */
@NullMarked
package io.uptext.quickstart;

import org.jspecify.annotations.NullMarked;
