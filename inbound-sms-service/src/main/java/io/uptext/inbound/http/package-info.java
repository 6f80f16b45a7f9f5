/* SPDX-License-Identifier: Apache-2.0 */
/** Where providers deliver, over HTTP. */
@NullMarked
package io.uptext.inbound.http;

import org.jspecify.annotations.NullMarked;
