/* SPDX-License-Identifier: Apache-2.0 */
/** The files of the drop-in element, for the pages of any site. */
@NullMarked
package io.uptext.notifier.element;

import org.jspecify.annotations.NullMarked;
