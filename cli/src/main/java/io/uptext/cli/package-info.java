/* SPDX-License-Identifier: Apache-2.0 */
/** The commands that the launcher hands over to. */
@NullMarked
package io.uptext.cli;

import org.jspecify.annotations.NullMarked;
