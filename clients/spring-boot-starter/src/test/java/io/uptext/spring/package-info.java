/* SPDX-License-Identifier: Apache-2.0 */
/** An Uptext that answers as it is told to. */
@NullMarked
package io.uptext.spring;

import org.jspecify.annotations.NullMarked;
