/* SPDX-License-Identifier: Apache-2.0 */
/** Plays an operator's SMSC. */
@NullMarked
package io.uptext.cli.smsc;

import org.jspecify.annotations.NullMarked;
