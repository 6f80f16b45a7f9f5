/* SPDX-License-Identifier: Apache-2.0 */
/** How many challenges may be created, by whom and for whom, and how many may be open. */
@NullMarked
package io.uptext.challenge.limit;

import org.jspecify.annotations.NullMarked;
