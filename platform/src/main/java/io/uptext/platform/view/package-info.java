/* SPDX-License-Identifier: Apache-2.0 */
/** The recent challenges and what became of them, read from the topics by every instance. */
@NullMarked
package io.uptext.platform.view;

import org.jspecify.annotations.NullMarked;
