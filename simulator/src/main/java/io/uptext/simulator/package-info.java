/* SPDX-License-Identifier: Apache-2.0 */
/** Plays every provider: requests as they write and sign them, for trying, for tests and for measuring. */
@NullMarked
package io.uptext.simulator;

import org.jspecify.annotations.NullMarked;
