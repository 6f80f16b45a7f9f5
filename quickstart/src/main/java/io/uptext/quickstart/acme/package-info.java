/* SPDX-License-Identifier: Apache-2.0 */
/** Acme, a relying party that does not exist. */
@NullMarked
package io.uptext.quickstart.acme;

import org.jspecify.annotations.NullMarked;
