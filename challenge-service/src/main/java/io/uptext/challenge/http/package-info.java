/* SPDX-License-Identifier: Apache-2.0 */
/** The relying party's API over HTTP. */
@NullMarked
package io.uptext.challenge.http;

import org.jspecify.annotations.NullMarked;
