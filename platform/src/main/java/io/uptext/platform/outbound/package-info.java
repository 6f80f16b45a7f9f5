/* SPDX-License-Identifier: Apache-2.0 */
/** Where our requests may go that others have named: to the public internet and nowhere else. */
@NullMarked
package io.uptext.platform.outbound;

import org.jspecify.annotations.NullMarked;
