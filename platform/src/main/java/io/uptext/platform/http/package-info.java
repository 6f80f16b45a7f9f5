/* SPDX-License-Identifier: Apache-2.0 */
/** RFC 9457 problems and the other conventions of our HTTP edges. */
@NullMarked
package io.uptext.platform.http;

import org.jspecify.annotations.NullMarked;
