/* SPDX-License-Identifier: Apache-2.0 */
/** The drop-in element that shows a challenge and waits, as files for whoever serves them, and its words. */
@NullMarked
package io.uptext.element;

import org.jspecify.annotations.NullMarked;
