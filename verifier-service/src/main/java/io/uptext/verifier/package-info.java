/* SPDX-License-Identifier: Apache-2.0 */
/** Joins challenges with the messages that answer them, and says how each challenge ends. */
@NullMarked
package io.uptext.verifier;

import org.jspecify.annotations.NullMarked;
