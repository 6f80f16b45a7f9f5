/* SPDX-License-Identifier: Apache-2.0 */
/** Looks at dead letters, and sends them back. */
@NullMarked
package io.uptext.cli.dlt;

import org.jspecify.annotations.NullMarked;
