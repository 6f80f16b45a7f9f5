/* SPDX-License-Identifier: Apache-2.0 */
/** People, browsers and phones at the sample sites. */
@NullMarked
package io.uptext.sample.tests;

import org.jspecify.annotations.NullMarked;
