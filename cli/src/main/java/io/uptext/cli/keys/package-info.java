/* SPDX-License-Identifier: Apache-2.0 */
/** API keys of relying parties. */
@NullMarked
package io.uptext.cli.keys;

import org.jspecify.annotations.NullMarked;
