/* SPDX-License-Identifier: Apache-2.0 */
/** A site with login by text, and nothing else. */
@NullMarked
package io.uptext.sample.webflux;

import org.jspecify.annotations.NullMarked;
