/* SPDX-License-Identifier: Apache-2.0 */
/** Verifies what a redemption proves, by keys that are fetched when they are needed. */
@NullMarked
package io.uptext.client.proof;

import org.jspecify.annotations.NullMarked;
