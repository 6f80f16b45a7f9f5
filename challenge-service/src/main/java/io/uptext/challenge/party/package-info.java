/* SPDX-License-Identifier: Apache-2.0 */
/** Relying parties and their API keys, from configuration. */
@NullMarked
package io.uptext.challenge.party;

import org.jspecify.annotations.NullMarked;
