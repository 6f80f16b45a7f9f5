/* SPDX-License-Identifier: Apache-2.0 */
/** The client against servers that misbehave, and against a real Uptext. */
@NullMarked
package io.uptext.client;

import org.jspecify.annotations.NullMarked;
