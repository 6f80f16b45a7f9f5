/* SPDX-License-Identifier: Apache-2.0 */
/** A page on which the API can be looked at and tried. */
@NullMarked
package io.uptext.quickstart.apipage;

import org.jspecify.annotations.NullMarked;
