/* SPDX-License-Identifier: Apache-2.0 */
/** Plays a provider for people without a contract, and for continuous integration. */
@NullMarked
package io.uptext.cli.simulate;

import org.jspecify.annotations.NullMarked;
