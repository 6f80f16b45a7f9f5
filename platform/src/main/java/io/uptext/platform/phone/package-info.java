/* SPDX-License-Identifier: Apache-2.0 */
/** Reads phone numbers as people and carriers spell them. */
@NullMarked
package io.uptext.platform.phone;

import org.jspecify.annotations.NullMarked;
