/* SPDX-License-Identifier: Apache-2.0 */
/** The one way we write and read JSON. */
@NullMarked
package io.uptext.platform.json;

import org.jspecify.annotations.NullMarked;
