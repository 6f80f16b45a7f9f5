/* SPDX-License-Identifier: Apache-2.0 */
/** The hosted page: what a browser shows while the text travels, for sites that want no page and no script of their own. */
@NullMarked
package io.uptext.challenge.page;

import org.jspecify.annotations.NullMarked;
