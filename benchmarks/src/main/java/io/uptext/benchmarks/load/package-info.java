/* SPDX-License-Identifier: Apache-2.0 */
/** The other side of the wire: many connections that each send the next request once the last is answered. */
@NullMarked
package io.uptext.benchmarks.load;

import org.jspecify.annotations.NullMarked;
