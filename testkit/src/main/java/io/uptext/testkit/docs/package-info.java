/* SPDX-License-Identifier: Apache-2.0 */
/** Our documentation as tests read it, to hold it to what it says. */
@NullMarked
package io.uptext.testkit.docs;

import org.jspecify.annotations.NullMarked;
