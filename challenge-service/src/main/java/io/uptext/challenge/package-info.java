/* SPDX-License-Identifier: Apache-2.0 */
/** Creates, shows and cancels challenges for relying parties. */
@NullMarked
package io.uptext.challenge;

import org.jspecify.annotations.NullMarked;
