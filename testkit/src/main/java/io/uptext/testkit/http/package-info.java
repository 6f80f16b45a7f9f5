/* SPDX-License-Identifier: Apache-2.0 */
/** HTTP as no client library speaks it. */
@NullMarked
package io.uptext.testkit.http;

import org.jspecify.annotations.NullMarked;
