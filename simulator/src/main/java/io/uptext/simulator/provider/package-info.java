/* SPDX-License-Identifier: Apache-2.0 */
/** One class for each provider. What they write and how they sign is said by their own documentation, never by our doors. */
@NullMarked
package io.uptext.simulator.provider;

import org.jspecify.annotations.NullMarked;
