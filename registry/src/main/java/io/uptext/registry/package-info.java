/* SPDX-License-Identifier: Apache-2.0 */
/** Relying parties as the registry has them, and how a request is known to be theirs. */
@NullMarked
package io.uptext.registry;

import org.jspecify.annotations.NullMarked;
